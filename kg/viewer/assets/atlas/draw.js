// The map, from back to front: regions, ties, edges, nodes, names of regions, labels.

import { toScreen } from "./camera.js";
import { makeColouring, regionColours } from "./colours.js";
import { NOWHERE, degreeOf, neighboursOf, prominence, salienceOf } from "./graph.js";
import { FONT, labelGrid, measure, placesAround } from "./labels.js";
import { drawRegionNames } from "./region_names.js";
import { shorten } from "./words.js";

export const CLOSER = 3; // zoom from which nodes of little weight are shown
const ALIKE = 0.2; // size of nodes that all have the same, as a share of the largest
const ROOMY = 900; // nodes that a screen has room for
const TIES = 2.2; // zoom up to which ties of regions are drawn
const BUDGETS = {
  crisp: { edges: 5000, nodes: 9000, labels: 260, tried: 600 },
  moving: { edges: 1500, nodes: 3000, labels: 60, tried: 150 },
};

/**
 * Draw what a scene shows.
 *
 * A scene has: graph, view, visible (of `findVisible`), look (of `makeLook`), camera, base
 * (the camera that shows everything), width, height, theme, and whether it is `moving`. Returns the labels
 * drawn: [{ node, x, y, width, height }], the names of regions likewise, and `lines`: the
 * two nodes of each line, those of what is chosen first.
 */
export function drawMap(surface, scene) {
  const frame = makeFrame(scene);
  surface.clear(scene.theme.paper, scene.width, scene.height);
  drawRegions(surface, frame);
  if (frame.zoom < TIES && scene.view.layer === frame.ground && !scene.visible.near) drawTies(surface, frame);
  const lines = drawEdges(surface, frame);
  lines.unshift(...drawChosenEdges(surface, frame));
  drawNodes(surface, frame);
  const grid = labelGrid(scene.width, scene.height);
  const names = drawRegionNames(surface, frame, grid);
  return { lines, names, labels: drawLabels(surface, frame, grid) };
}

function makeFrame(scene) {
  const { graph, view, camera, base, width, height } = scene;
  const zoom = camera.k / base.k, left = width / 2 - camera.x * camera.k, top = height / 2 - camera.y * camera.k;
  const chosen = new Set(view.chosen.length ? view.chosen : view.path);
  if (view.hover >= 0) chosen.add(view.hover);
  const near = new Set(chosen);
  // Of a path the steps are to be seen, not all that lies beside it.
  for (const node of view.path.length ? [] : chosen) for (const other of shownNeighbours(scene, node)) near.add(other);
  return {
    ...scene, zoom, chosen, near,
    ground: graph.layers.findIndex((layer) => layer.name === graph.header.ground),
    budget: scene.moving ? BUDGETS.moving : BUDGETS.crisp,
    sx: (node) => graph.x[node] * camera.k + left,
    sy: (node) => graph.y[node] * camera.k + top,
    discs: discScale(scene.visible, zoom),
    radius: (node) => radiusOf(scene, zoom, node),
  };
}

// Many nodes have small discs, until one looks closer.
function discScale({ nodes }, zoom) {
  const crowded = Math.min(1, Math.sqrt(ROOMY / Math.max(1, nodes.length)));
  return Math.max(0.45, crowded) * Math.max(0.7, Math.min(3, Math.sqrt(zoom)));
}

/** Return the radius of a node's disc in pixels. */
export function radiusOf({ look, visible }, zoom, node) {
  return (2.2 + 5 * look.shareOf(node)) * discScale(visible, zoom);
}

function shownNeighbours({ graph, visible }, node) {
  return neighboursOf(graph, node).filter((other) => visible.mask[other] === 1).slice(0, 400);
}

/** Return the look of nodes, made once for many pictures: colours, legend, sizes. */
export function makeLook(graph, view, visible, theme) {
  const valueOf = {
    works: (node) => Math.sqrt(graph.works[node]),
    salience: (node) => salienceOf(graph, node) ?? 0.3,
    connections: (node) => Math.sqrt(degreeOf(graph, node)),
    standing: (node) => prominence(graph, node),
  }[view.size];
  return {
    ...makeColouring(graph, view, visible.nodes, theme),
    shareOf: shareOfMost(visible.nodes, valueOf),
    labelShareOf: shareOfMost(visible.nodes, (node) => prominence(graph, node)),
  };
}

// Where all have the same, as works do, none is large.
function shareOfMost(nodes, valueOf) {
  let most = 1e-9, least = Infinity;
  for (const node of nodes) {
    most = Math.max(most, valueOf(node));
    least = Math.min(least, valueOf(node));
  }
  return (node) => (most > least ? Math.min(1, valueOf(node) / most) : ALIKE);
}

function onScreen({ sx, sy, width, height }, node) {
  const x = sx(node), y = sy(node);
  return x > -40 && x < width + 40 && y > -40 && y < height + 40;
}

function isShown({ visible, zoom }, node) {
  return visible.mask[node] === 1 || (visible.mask[node] === 2 && zoom >= CLOSER);
}

function drawRegions(surface, frame) {
  const { graph, camera, width, height, theme, view } = frame;
  const pale = view.layer === frame.ground ? 1 : 0.7;
  graph.header.regions.forEach((region, number) => {
    const path = surface.path();
    for (const ring of region.borders) {
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = toScreen(camera, ring[i], -ring[i + 1], width, height);
        if (i) path.lineTo(x, y); else path.moveTo(x, y);
      }
      path.closePath();
    }
    const [fill] = regionColours(graph, number, theme);
    surface.fill(path, fill, theme.fill * pale * (view.region === number ? 1.8 : 1));
    surface.stroke(path, fill, view.region === number ? 2 : 0.9, 0.6);
  });
}

function drawTies(surface, frame) {
  const { graph, camera, width, height, theme } = frame;
  const strongest = Math.max(1, ...graph.header.ties.map((tie) => tie[2]));
  for (const [a, b, strength] of graph.header.ties) {
    const path = surface.path();
    const ends = [a, b].map((region) => graph.header.regions[region].centre);
    path.moveTo(...toScreen(camera, ends[0][0], -ends[0][1], width, height));
    path.lineTo(...toScreen(camera, ends[1][0], -ends[1][1], width, height));
    surface.stroke(path, theme.edge, 1 + (7 * strength) / strongest, 0.09);
  }
}

// Inside a region in its colour, between regions grey and few.
function drawEdges(surface, frame) {
  const { graph, visible, theme, budget, zoom, sx, sy } = frame;
  const paths = new Map(), lines = [];
  const most = visible.near ? budget.edges : Math.round(60 * zoom * zoom);
  let drawn = 0, outer = 0;
  for (const e of visible.edges) {
    if (drawn >= budget.edges) break;
    const a = graph.source[e], b = graph.target[e];
    if (!isShown(frame, a) || !isShown(frame, b) || !(onScreen(frame, a) || onScreen(frame, b))) continue;
    const same = graph.region[a] === graph.region[b] && graph.region[a] !== NOWHERE;
    if (!same && outer++ > most) continue;
    drawn++;
    lines.push([a, b]);
    const key = same ? graph.region[a] : NOWHERE;
    if (!paths.has(key)) paths.set(key, surface.path());
    const path = paths.get(key);
    path.moveTo(sx(a), sy(a));
    path.lineTo(sx(b), sy(b));
  }
  const faded = frame.chosen.size ? 0.4 : 1;
  for (const [region, path] of [...paths].sort((a, b) => b[0] - a[0])) {
    const outside = region === NOWHERE;
    const colour = outside ? theme.edge : regionColours(graph, region, theme)[0];
    surface.stroke(path, colour, outside ? 0.7 : 1.1, (outside ? 0.2 : 0.5) * faded);
  }
  return lines;
}

function drawChosenEdges(surface, frame) {
  const { graph, view, theme, chosen, visible, sx, sy } = frame;
  const path = surface.path(), bold = surface.path();
  const lines = [];
  for (const node of view.path.length ? [] : chosen) {
    if (!visible.mask[node]) continue;
    for (const other of shownNeighbours(frame, node)) {
      lines.push([node, other]);
      path.moveTo(sx(node), sy(node));
      path.lineTo(sx(other), sy(other));
    }
  }
  for (let i = 1; i < view.path.length; i++) link(view.path[i - 1], view.path[i]);
  if (view.edge) link(...view.edge);
  // The lines of a hub would hide all that is below them.
  surface.stroke(path, theme.ink, 1.1, Math.max(0.12, Math.min(0.55, 14 / lines.length)));
  surface.stroke(bold, theme.ink, 2.6, 0.9);
  return lines;
  function link(a, b) {
    if (!visible.mask[a] || !visible.mask[b] || graph.tier[a] > 1 || graph.tier[b] > 1) return;
    lines.unshift([a, b]);
    bold.moveTo(sx(a), sy(a));
    bold.lineTo(sx(b), sy(b));
  }
}

// The most prominent on top, so the list is drawn from its end.
function drawNodes(surface, frame) {
  const { graph, visible, theme, near, chosen, budget, radius, look } = frame;
  const list = [];
  for (const node of visible.nodes) {
    if (list.length >= budget.nodes) break;
    if (isShown(frame, node) && onScreen(frame, node)) list.push(node);
  }
  const listed = new Set(list);
  list.unshift(...[...near].filter((node) => visible.mask[node] && !listed.has(node) && onScreen(frame, node)));
  const paths = new Map();
  for (const node of list.reverse()) {
    const faded = near.size && !near.has(node);
    const key = `${faded ? 0 : 1}${look.colourOf(node)}`;
    if (!paths.has(key)) paths.set(key, { path: surface.path(), ring: surface.path() });
    const { path, ring } = paths.get(key);
    trace(graph.header.kinds[graph.kind[node]].shape === "ring" ? ring : path, graph, node, frame.sx(node), frame.sy(node), radius(node));
  }
  for (const [key, { path, ring }] of [...paths].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const alpha = key[0] === "0" ? 0.25 : 1, colour = key.slice(1);
    surface.fill(path, colour, alpha);
    // Around small discs a line of paper would leave nothing of them.
    if (frame.discs > 1) surface.stroke(path, theme.paper, 0.8, alpha);
    surface.fill(ring, theme.paper, alpha);
    surface.stroke(ring, colour, 2.2, alpha);
  }
  const marked = surface.path();
  for (const node of chosen) if (visible.mask[node]) trace(marked, graph, node, frame.sx(node), frame.sy(node), radius(node) + 2.5);
  surface.stroke(marked, theme.ink, 1.8);
}

function trace(path, graph, node, x, y, r) {
  traceShape(path, graph.header.kinds[graph.kind[node]].shape, x, y, r);
}

/** Add the shape of a kind to a path: kinds are told by shape as well as by colour. */
export function traceShape(path, shape, x, y, r) {
  if (shape === "square") polygon(path, x, y, [[-0.9 * r, -0.9 * r], [0.9 * r, -0.9 * r], [0.9 * r, 0.9 * r], [-0.9 * r, 0.9 * r]]);
  else if (shape === "diamond") polygon(path, x, y, [[0, -1.3 * r], [1.3 * r, 0], [0, 1.3 * r], [-1.3 * r, 0]]);
  else if (shape === "triangle") polygon(path, x, y, [[0, -1.2 * r], [1.1 * r, 0.9 * r], [-1.1 * r, 0.9 * r]]);
  else { path.moveTo(x + r, y); path.arc(x, y, r, 0, 2 * Math.PI); }
}

function polygon(path, x, y, corners) {
  corners.forEach(([dx, dy], i) => (i ? path.lineTo(x + dx, y + dy) : path.moveTo(x + dx, y + dy)));
  path.closePath();
}

// The chosen, their neighbours, then what stands out most.
function drawLabels(surface, frame, grid) {
  const { graph, visible, near, chosen, budget, zoom, theme } = frame;
  const drawn = [], done = new Set();
  const first = [...chosen, ...[...near].filter((node) => !chosen.has(node))];
  for (const node of first) tryLabel(node);
  let tried = 0;
  for (const node of visible.nodes) {
    if (drawn.length >= budget.labels || tried >= budget.tried * Math.max(1, zoom)) break;
    if (!isShown(frame, node) || done.has(node)) continue;
    tried++;
    tryLabel(node);
  }
  return drawn;

  function tryLabel(node) {
    done.add(node);
    if (!visible.mask[node] || !onScreen(frame, node)) return;
    const share = frame.look.labelShareOf(node);
    const bold = chosen.has(node);
    const size = Math.round(Math.min(20, (10 + 5 * share) * Math.min(1.25, Math.max(1, zoom ** 0.2))) * 2) / 2;
    const words = shorten(graph.names[node], bold ? 60 : 34);
    const wide = measure(words, bold) * size, r = frame.radius(node);
    for (const [x, y] of placesAround(frame.sx(node), frame.sy(node), r, wide, size)) {
      if (!grid.take(x, y - size * 0.55, wide, size * 1.1)) continue;
      const colour = near.size && !near.has(node) ? theme.soft : theme.ink;
      surface.text(words, x, y, { font: FONT, size, colour, halo: theme.halo, bold });
      drawn.push({ node, size, x, y: y - size * 0.55, width: wide, height: size * 1.1 });
      return;
    }
  }
}
