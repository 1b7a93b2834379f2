// A map that moves without a graphics card: while the hand moves, the last picture is
// stretched; a crisp one is drawn when it rests, or when the stretch would show.

import { canvasSurface } from "./surface.js";
import { drawMap } from "./draw.js";

const REST = 110; // milliseconds without an event
const WIDER = 1.5; // the picture that is stretched, over the screen
const STRETCHED = [0.64, 2];
const FAST = 20; // milliseconds: a machine that draws crisply in so many needs no stretching

/**
 * Return what keeps a canvas painted: `ask(moving)` to have it drawn again.
 *
 * `sceneNow(width, height, moving)` gives the scene to draw; `painted(drawn)` is told
 * what a crisp picture shows.
 */
export function makePainter(canvas, sceneNow, painted) {
  const context = canvas.getContext("2d", { alpha: false });
  const stats = { crisp: 0, stretched: 0, lastCrisp: 0 };
  let width = 0, height = 0, ratio = 1, back = null, movingUntil = 0, asked = 0, timer = 0;

  function sizeNow() {
    const box = canvas.getBoundingClientRect();
    return [Math.max(1, Math.round(box.width)), Math.max(1, Math.round(box.height)), Math.min(2, window.devicePixelRatio || 1)];
  }

  /** Tell whether the canvas has another size on the screen than was painted. */
  function isStale() {
    return String(sizeNow()) !== String([width, height, ratio]);
  }

  function resize() {
    [width, height, ratio] = sizeNow();
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    back = null;
  }

  function paint() {
    asked = 0;
    if (performance.now() < movingUntil && stats.lastCrisp > FAST) return stretch();
    const begin = performance.now();
    const drawn = drawMap(canvasSurface(context, ratio), sceneNow(width, height, false));
    stats.lastCrisp = performance.now() - begin;
    stats.crisp++;
    back = null;
    painted(drawn);
  }

  function stretch() {
    const { camera, theme } = sceneNow(width, height, true);
    const w = Math.round(width * WIDER), h = Math.round(height * WIDER);
    if (!back || showsItsEdge(camera)) {
      back = back ?? { canvas: new OffscreenCanvas(w * ratio, h * ratio) };
      back.context = back.context ?? back.canvas.getContext("2d", { alpha: false });
      drawMap(canvasSurface(back.context, ratio), { ...sceneNow(w, h, true) });
      back.camera = { ...camera };
    }
    const f = camera.k / back.camera.k;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
    const x = width / 2 + (back.camera.x - camera.x) * camera.k - (w * f) / 2;
    const y = height / 2 + (back.camera.y - camera.y) * camera.k - (h * f) / 2;
    context.drawImage(back.canvas, x, y, w * f, h * f);
    stats.stretched++;
  }

  function showsItsEdge(camera) {
    const f = camera.k / back.camera.k;
    const off = (extent, shift) => Math.abs(shift) * camera.k > (extent * (WIDER * f - 1)) / 2 + 8;
    return f < STRETCHED[0] || f > STRETCHED[1]
      || off(width, camera.x - back.camera.x) || off(height, camera.y - back.camera.y);
  }

  function ask(moving = false) {
    if (moving) {
      movingUntil = performance.now() + REST;
      clearTimeout(timer);
      timer = setTimeout(ask, REST + 15);
    }
    if (!asked) asked = requestAnimationFrame(paint);
  }

  resize();
  return { ask, resize, isStale, stats, size: () => ({ width, height, ratio }) };
}
