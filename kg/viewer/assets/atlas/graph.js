// The graph: nodes and edges as columns. A node is a number; those of most works are first.

import { counted } from "./words.js";

// Tiers: shown at first sight, where one looks closer, nowhere.
export const FAR = 0;
export const NEAR = 1;
export const UNPLACED = 2;
export const NOWHERE = 255; // the region of a node that is in none

/** Return the graph of a page from its map block and the lines of its names. */
export function makeGraph(header, columns, nameLines) {
  const size = columns.works.length;
  const graph = { ...columns, header, size, ids: [], names: [], aliases: [] };
  for (const line of size ? nameLines.split("\n") : []) {
    const [id, name, ...aliases] = line.split("\t");
    graph.ids.push(id);
    graph.names.push(name);
    graph.aliases.push(aliases);
  }
  graph.numbers = new Map(graph.ids.map((id, node) => [id, node]));
  placeNodes(graph);
  linkNodes(graph);
  graph.prominence = measureProminence(graph);
  graph.layers = header.layers.map((layer) => makeLayer(graph, layer));
  graph.layerOf = new Uint8Array(size);
  graph.layers.forEach((layer, i) => { for (const node of layer.nodes) graph.layerOf[node] = i; });
  return graph;
}

// Places are shares of a box; a screen's second axis points down.
function placeNodes(graph) {
  const [left, top, width, height] = graph.header.box;
  const { x, y, size } = graph;
  graph.x = new Float32Array(size);
  graph.y = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    graph.x[i] = left + (width * x[i]) / 65535;
    graph.y[i] = -(top + (height * y[i]) / 65535);
  }
}

// The edges of each node, strongest first, since edges stand by rank.
function linkNodes(graph) {
  const { source, target, size } = graph;
  const start = new Uint32Array(size + 1);
  for (let e = 0; e < source.length; e++) { start[source[e] + 1]++; start[target[e] + 1]++; }
  for (let i = 0; i < size; i++) start[i + 1] += start[i];
  const next = start.slice();
  const edges = new Uint32Array(2 * source.length);
  for (let e = 0; e < source.length; e++) {
    edges[next[source[e]]++] = e;
    edges[next[target[e]]++] = e;
  }
  graph.edgeStart = start;
  graph.edgesOf = edges;
}

function makeLayer(graph, layer) {
  const { kind, source, target, drawn } = graph;
  const isOurs = new Uint8Array(256); // a column of bytes has no more kinds
  for (const each of layer.kinds) isOurs[each] = 1;
  const nodes = [], edges = [];
  for (let i = 0; i < graph.size; i++) if (isOurs[kind[i]]) nodes.push(i);
  nodes.sort((a, b) => graph.prominence[b] - graph.prominence[a] || a - b);
  for (let e = 0; e < source.length; e++) {
    if (drawn[e] && isOurs[kind[source[e]]] && isOurs[kind[target[e]]]) edges.push(e);
  }
  return { ...layer, nodes: Uint32Array.from(nodes), edges: Uint32Array.from(edges) };
}

// How much each node stands out: by works and, of a term, by its salience.
function measureProminence({ size, works, salience }) {
  const measured = new Float64Array(size);
  for (let i = 0; i < size; i++) measured[i] = Math.sqrt(works[i]) * (salience[i] ? (salience[i] - 1) / 254 + 0.05 : 0.5);
  return measured;
}

/** Return how much a node stands out. */
export function prominence(graph, node) {
  return graph.prominence[node];
}

/** Return salience in [0, 1], or null for a node that has none. */
export function salienceOf(graph, node) {
  const salience = graph.salience[node];
  return salience ? (salience - 1) / 254 : null;
}

/** Return the edges of a node, strongest first. */
export function edgesOf(graph, node) {
  return graph.edgesOf.subarray(graph.edgeStart[node], graph.edgeStart[node + 1]);
}

export function otherEnd(graph, edge, node) {
  return graph.source[edge] === node ? graph.target[edge] : graph.source[edge];
}

export function degreeOf(graph, node) {
  return graph.edgeStart[node + 1] - graph.edgeStart[node];
}

/** Return the edges between two nodes. */
export function edgesBetween(graph, a, b) {
  const [few, other] = degreeOf(graph, a) <= degreeOf(graph, b) ? [a, b] : [b, a];
  return [...edgesOf(graph, few)].filter((edge) => otherEnd(graph, edge, few) === other);
}

/** Return the nodes that a node has an edge with, each once, strongest first. */
export function neighboursOf(graph, node) {
  return [...new Set([...edgesOf(graph, node)].map((edge) => otherEnd(graph, edge, node)))];
}

export function isPlaced(graph, node) {
  return graph.tier[node] !== UNPLACED;
}

/** Return the kind of a node as a row of the page's kinds. */
export function kindOf(graph, node) {
  return graph.header.kinds[graph.kind[node]];
}

export function edgeKindOf(graph, edge) {
  return graph.header.edgeKinds[graph.edgeKind[edge]];
}

/** Return "1998", "1998–2004" or "" where no year is known. */
export function yearsOf(graph, node) {
  const first = graph.firstYear[node], last = graph.lastYear[node];
  if (!first) return "";
  return first === last ? String(first) : `${first}–${last}`;
}

/** Return a node in a few words, to be read aloud. */
export function describeNode(graph, node) {
  return `${graph.names[node]}, ${kindOf(graph, node).name}, ${counted(graph.works[node], "work")}`;
}

export function regionName(graph, region) {
  return region === NOWHERE ? "" : graph.header.regions[region].names.slice(0, 2).join(", ");
}
