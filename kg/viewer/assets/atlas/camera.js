// The camera: the place in the middle (x, y), and how many pixels a unit of the land is (k).

const MARGIN_X = 34, MARGIN_Y = 44; // pixels around the land, for names of regions
const FARTHEST = 0.5, CLOSEST = 40; // zoom

/** Return the box (left, top, right, bottom) around points of the screen's axes. */
export function boundsOf(xs, ys) {
  const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(xs), least(ys), most(xs), most(ys)];
}

/** Return the xs and the ys of rings, whose second axis points up. */
export function pointsOf(rings) {
  const all = rings.flat();
  return [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2).map((y) => -y)];
}

/** Return the camera that shows a box (left, top, right, bottom) whole. */
export function fitBox([left, top, right, bottom], width, height) {
  const k = Math.min(
    (width - 2 * MARGIN_X) / Math.max(right - left, 1e-6),
    (height - 2 * MARGIN_Y) / Math.max(bottom - top, 1e-6),
  );
  return { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.max(k, 1e-6) };
}

/** Return the camera after zooming by a factor at a point of the screen. */
export function zoomAt(camera, base, [px, py], factor, width, height) {
  const k = clamp(camera.k * factor, base.k * FARTHEST, base.k * CLOSEST);
  const shift = 1 / camera.k - 1 / k;
  return { x: camera.x + (px - width / 2) * shift, y: camera.y + (py - height / 2) * shift, k };
}

/** Return a place of the land as a point of the screen. */
export function toScreen(camera, x, y, width, height) {
  return [(x - camera.x) * camera.k + width / 2, (y - camera.y) * camera.k + height / 2];
}

/** Return the camera a share of the way from one to another; zoom goes by ratio. */
export function between(from, to, share) {
  const ease = share * share * (3 - 2 * share);
  const mix = (a, b) => a + (b - a) * ease;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), k: from.k * (to.k / from.k) ** ease };
}

export function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
