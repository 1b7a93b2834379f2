// Which nodes and edges a map shows, and how many each filter hides.

import { FAR, NOWHERE, UNPLACED, isPlaced } from "./graph.js";
import { componentsOf, nodesWithin } from "./walks.js";

/**
 * Return what is visible: `mask` of nodes (0 hidden, 1 shown, 2 where one looks closer),
 * the `nodes` shown in order of prominence, the `edges` in order of rank, `hidden`, a
 * count a filter, and `weak`, how many links are of too few works.
 */
export function findVisible(graph, view) {
  const layer = graph.layers[view.layer];
  const mask = new Uint8Array(graph.size), hidden = [];
  const near = view.steps && view.chosen.length ? neighbourhood(graph, view) : null;
  // A neighbourhood has nodes of other layers too: whom a term is studied by, and so on.
  let left = near ? [...near].sort((a, b) => a - b) : [...layer.nodes];
  left = left.filter((node) => isPlaced(graph, node));
  for (const [what, keeps] of activeFilters(graph, view, layer)) {
    const kept = left.filter(keeps);
    hidden.push([what, left.length - kept.length]);
    left = kept;
  }
  for (const node of left) mask[node] = near || graph.tier[node] === FAR ? 1 : 2;
  for (const node of [...view.chosen, ...view.path]) if (graph.tier[node] !== UNPLACED) mask[node] = 1;
  const [edges, weak] = visibleEdges(graph, view, layer, mask, near);
  return { mask, nodes: Uint32Array.from(left), edges, hidden, weak, near };
}

function activeFilters(graph, { filters }, layer) {
  const found = [];
  const { works, years, kinds, region, component } = filters;
  if (works > 1) found.push([`of fewer than ${works} works`, (node) => graph.works[node] >= works]);
  if (years) {
    const [first, last] = years;
    found.push([`with no work of ${first}–${last}`, (node) => graph.hasWorkOf(node, first, last)]);
  }
  if (kinds.length) found.push(["of kinds that are off", (node) => !kinds.includes(graph.kind[node])]);
  if (region >= 0) found.push(["of other regions", (node) => graph.region[node] === region]);
  if (component) {
    const componentOf = componentsOf(graph, layer);
    found.push(["outside the largest component", (node) => (componentOf(node) ?? 0) === 0]);
  }
  return found;
}

// Steps along edges that tell something: not over "mentions", which go everywhere.
function neighbourhood(graph, { chosen, steps, filters }) {
  const passing = graph.header.edgeKinds.findIndex((kind) => kind.name === "mentions");
  return nodesWithin(graph, chosen, steps,
    (e) => graph.edgeKind[e] !== passing && graph.edgeWorks[e] >= filters.weight);
}

function visibleEdges(graph, { filters }, layer, mask, near) {
  const pool = near ? graph.source.keys() : layer.edges;
  const found = [];
  let weak = 0;
  for (const e of pool) {
    if (!mask[graph.source[e]] || !mask[graph.target[e]]) continue;
    if (graph.edgeWorks[e] >= filters.weight) found.push(e); else weak++;
  }
  return [Uint32Array.from(found), weak];
}

/** Return how many of some works are of each year: [[year, count], …], and the share known. */
export function yearCounts(graph, works) {
  const counts = new Map();
  let known = 0;
  for (const node of works) {
    const year = graph.firstYear[node];
    if (!year) continue;
    known++;
    counts.set(year, (counts.get(year) || 0) + 1);
  }
  return { counts: [...counts].sort((a, b) => a[0] - b[0]), share: known / Math.max(1, works.length) };
}

/** Return the few nodes of each region of a layer that stand out most, by region. */
export function firstOfRegions(graph, layer, few) {
  const found = graph.header.regions.map(() => []);
  for (const node of layer.nodes) {
    const own = found[graph.region[node]];
    if (own && own.length < few) own.push(node);
  }
  return found;
}

/** Return the nodes of a region in a layer, those that stand out most first. */
export function nodesOfRegion(graph, layer, region) {
  return [...layer.nodes].filter((node) => graph.region[node] === region && region !== NOWHERE);
}
