// Moving the camera: at once under a hand, gliding from one place to another.

import { between, boundsOf, clamp, fitBox, pointsOf } from "./camera.js";
import { CLOSER } from "./draw.js";
import { FAR, NEAR, isPlaced } from "./graph.js";

const GLIDE = 350; // milliseconds from one place to another
const SETTLED = 400; // milliseconds without a movement
const IN_MIDDLE = 0.42; // of the screen, on each side
const ALL = 6; // zoom up to which several nodes are shown closer

/**
 * Return what moves the camera of a view.
 *
 * `baseNow()` gives the camera that shows everything; `settled()` is told when a movement
 * has come to rest.
 */
export function makeFlight(graph, view, painter, baseNow, settled) {
  let glide = 0, timer = 0;

  function move(camera) {
    view.camera = camera;
    painter.ask(true);
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED);
  }

  const stop = () => cancelAnimationFrame(glide);

  function fly(to) {
    const from = { ...view.camera }, begin = performance.now();
    stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return move(to);
    const step = (now) => {
      const share = clamp((now - begin) / GLIDE, 0, 1);
      move(between(from, to, share));
      if (share < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  const fitted = (xs, ys) => { const { width, height } = painter.size(); return fitBox(boundsOf(xs, ys), width, height); };

  /** Show some nodes; one alone at this zoom at least. */
  function toNodes(nodes, closest) {
    const placed = nodes.filter((node) => isPlaced(graph, node));
    if (!placed.length) return;
    const camera = fitted(placed.map((node) => graph.x[node]), placed.map((node) => graph.y[node]));
    const base = baseNow(), alone = Math.max(view.camera.k, base.k * closest);
    fly({ ...camera, k: placed.length > 1 ? Math.min(camera.k, base.k * ALL) : alone });
  }

  /** Show a region whole. */
  function toRegion(region) {
    const [xs, ys] = pointsOf(graph.header.regions[region].borders);
    if (xs.length) fly(fitted(xs, ys));
  }

  /** Tell whether a node can be seen, and not at the edge of the screen. */
  function isInMiddle(node) {
    const { width, height } = painter.size(), { x, y, k } = view.camera;
    return k >= baseNow().k * (graph.tier[node] === NEAR ? CLOSER : 1)
      && Math.abs(graph.x[node] - x) * k < width * IN_MIDDLE && Math.abs(graph.y[node] - y) * k < height * IN_MIDDLE;
  }
  return { move, stop, fly, toNodes, toRegion, isInMiddle };
}

/** Return the box around all that is drawn of a layer at first sight, with the borders of regions. */
export function boxOfLayer(graph, layer) {
  const [xs, ys] = pointsOf(graph.header.regions.flatMap((region) => region.borders));
  for (const node of graph.layers[layer].nodes) {
    if (graph.tier[node] === FAR) { xs.push(graph.x[node]); ys.push(graph.y[node]); }
  }
  return xs.length ? boundsOf(xs, ys) : [0, 0, 1, 1];
}
