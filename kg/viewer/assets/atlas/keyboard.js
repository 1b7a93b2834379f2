// The keyboard: everything that a mouse can do, and nothing needs one.

import { neighboursOf } from "./graph.js";

const STEP = 70; // pixels

export const HELP = [
  ["/", "search"], ["arrows", "move the map"], ["+ and −", "zoom"], ["0", "the whole map"],
  ["N and P", "next and previous node by works in view"], ["Enter", "open the node that is marked"],
  ["Shift with arrows", "jump to the strongest neighbour in that direction"],
  ["1, 2, 3", "only what is so many steps away"], ["L", "list or map"], ["F", "filters and exports"],
  ["E", "save the picture"], ["Esc", "back"], ["?", "this help"],
];

/** Listen to the keys of the map and of the page. */
export function listenToKeys(canvas, map) {
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = mapKeys(map, event)[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "Escape") return map.back();
    const act = typing ? null : pageKeys(map)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function pageKeys(map) {
  return {
    "/": map.focusSearch, "?": map.toggleHelp, l: map.toggleList, L: map.toggleList, f: map.toggleDrawer,
    F: map.toggleDrawer, e: map.savePicture, E: map.savePicture,
    1: () => map.steps(1), 2: () => map.steps(2), 3: () => map.steps(3), 0: map.whole,
  };
}

function mapKeys(map, event) {
  const go = (dx, dy) => () => (event.shiftKey ? map.mark(neighbourToward(map.scene(), map.marked(), dx, dy)) : map.drag(-dx * STEP, -dy * STEP));
  return {
    ArrowLeft: go(-1, 0), ArrowRight: go(1, 0), ArrowUp: go(0, -1), ArrowDown: go(0, 1),
    "+": () => map.zoom(null, 1.35), "=": () => map.zoom(null, 1.35), "-": () => map.zoom(null, 1 / 1.35),
    n: () => map.mark(nextInView(map.scene(), map.marked(), 1)), N: () => map.mark(nextInView(map.scene(), map.marked(), 1)),
    p: () => map.mark(nextInView(map.scene(), map.marked(), -1)), P: () => map.mark(nextInView(map.scene(), map.marked(), -1)),
    Enter: () => map.marked() >= 0 && map.choose(map.marked(), event),
  };
}

/** Return the node after or before another among those in view, by prominence. */
function nextInView(scene, marked, step) {
  const inView = [...scene.visible.nodes].filter((node) => scene.visible.mask[node] === 1 && isInView(scene, node));
  if (!inView.length) return -1;
  const at = inView.indexOf(marked);
  return inView[(at + step + inView.length + (at < 0 && step < 0 ? 1 : 0)) % inView.length];
}

function isInView({ graph, camera, width, height }, node) {
  return Math.abs(graph.x[node] - camera.x) * camera.k < width / 2 && Math.abs(graph.y[node] - camera.y) * camera.k < height / 2;
}

// The first of the neighbours, strongest first, that lies within 45 degrees of the direction.
function neighbourToward({ graph, visible }, marked, dx, dy) {
  if (marked < 0) return -1;
  const ahead = neighboursOf(graph, marked).find((other) => {
    const x = graph.x[other] - graph.x[marked], y = graph.y[other] - graph.y[marked];
    return visible.mask[other] === 1 && x * dx + y * dy > 0 && Math.abs(x * dy - y * dx) <= x * dx + y * dy;
  });
  return ahead ?? marked;
}

