// Mouse and touch on the map: drag, wheel, pinch, hover, click.

import { CLOSER, radiusOf } from "./draw.js";

const CLICK = 5; // pixels that a hand may tremble
const REACH = 8, EDGE_REACH = 4; // pixels off a disc, off a line

/** Listen to a canvas; `map` has scene(), look, and what to do. */
export function listenToPointer(canvas, map) {
  const touches = new Map();
  let travelled = 0;
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    touches.set(event.pointerId, place(event));
    if (touches.size === 1) travelled = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const now = place(event), before = touches.get(event.pointerId);
    if (!before) return map.hover(nodeAt(map.scene(), now), now);
    if (touches.size === 2) pinch(touches, event.pointerId, now, map);
    else map.drag(now[0] - before[0], now[1] - before[1]);
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    touches.set(event.pointerId, now);
  });
  const release = (event) => {
    const alone = touches.size === 1;
    if (!touches.delete(event.pointerId) || event.type === "pointercancel") return;
    if (alone && travelled < CLICK) clickAt(map, place(event), event);
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => map.hover(-1, [0, 0]));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    map.zoom(place(event), Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)));
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => map.zoom(place(event), 1.8));
}

function pinch(touches, moved, now, map) {
  const [other] = [...touches].filter(([id]) => id !== moved).map(([, at]) => at);
  const before = touches.get(moved);
  const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
  const span = (a) => Math.max(1, Math.hypot(a[0] - other[0], a[1] - other[1]));
  map.zoom(middle, span(now) / span(before));
}

function clickAt(map, at, event) {
  const scene = map.scene();
  const node = nodeAt(scene, at);
  if (node >= 0) return map.choose(node, event);
  const label = map.labelAt(at);
  if (label?.node !== undefined) return map.choose(label.node, event);
  if (label) return map.openRegion(label.region);
  const line = lineAt(scene, map.lines(), at);
  if (line) return map.openEdge(...line);
  return map.clear();
}

/** Return the node whose disc is at a point of the screen, or −1. */
function nodeAt(scene, [px, py]) {
  const { graph, view, visible, camera, width, height, zoom } = scene;
  let best = -1, nearest = REACH;
  const consider = (node) => {
    if (!visible.mask[node] || (visible.mask[node] === 2 && zoom < CLOSER)) return;
    const dx = (graph.x[node] - camera.x) * camera.k + width / 2 - px;
    if (dx > 40 || dx < -40) return;
    const dy = (graph.y[node] - camera.y) * camera.k + height / 2 - py;
    const off = Math.hypot(dx, dy) - radiusOf(scene, zoom, node);
    if (off < nearest) { nearest = off; best = node; }
  };
  view.chosen.forEach(consider);
  view.path.forEach(consider);
  visible.nodes.forEach(consider);
  return best;
}

/** Return the two nodes of the line drawn at a point of the screen, or null. */
function lineAt(scene, lines, [px, py]) {
  const { graph, camera, width, height } = scene;
  const x = (node) => (graph.x[node] - camera.x) * camera.k + width / 2;
  const y = (node) => (graph.y[node] - camera.y) * camera.k + height / 2;
  let best = null, nearest = EDGE_REACH;
  for (const [a, b] of lines) {
    const off = fromLine(px, py, x(a), y(a), x(b), y(b));
    if (off < nearest) { nearest = off; best = [a, b]; }
  }
  return best;
}

function fromLine(px, py, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay;
  const share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}
