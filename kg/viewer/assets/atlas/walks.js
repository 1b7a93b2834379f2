// Walks through the graph: who is near, and how one gets from one node to another.

import { degreeOf, edgesOf, otherEnd } from "./graph.js";

const CROWDED = 4000; // edges: what meets so much is no step to anything

/** Return the nodes within a number of steps of some, as a set; edges of works too. */
export function nodesWithin(graph, nodes, steps, allowed = () => true) {
  const found = new Set(nodes);
  let edge = [...nodes];
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const node of edge) {
      if (step && degreeOf(graph, node) > CROWDED) continue;
      for (const e of edgesOf(graph, node)) {
        const other = otherEnd(graph, e, node);
        if (!found.has(other) && allowed(e, other)) { found.add(other); next.push(other); }
      }
    }
    edge = next;
  }
  return found;
}

/**
 * Return the shortest path between two nodes, both among it, or [] if there is none.
 *
 * Fewest steps first; among those, edges that stand high by rank, so that a path leads
 * over what belongs together (Dijkstra 1959). What is mentioned in passing is a step only
 * where nothing else leads there.
 */
export function findPath(graph, from, to) {
  const passing = graph.header.edgeKinds.findIndex((kind) => kind.name === "mentions");
  const path = shortestPath(graph, from, to, passing);
  return path.length ? path : shortestPath(graph, from, to, -1);
}

function shortestPath(graph, from, to, without) {
  const share = 1 / (graph.source.length * graph.size); // all steps together below one step
  const cost = new Float64Array(graph.size).fill(Infinity);
  const before = new Int32Array(graph.size).fill(-1);
  const heap = makeHeap();
  cost[from] = 0;
  heap.push(0, from);
  while (heap.size()) {
    const [known, node] = heap.pop();
    if (node === to) return trace(before, to);
    if (known > cost[node]) continue;
    for (const e of edgesOf(graph, node)) {
      if (graph.edgeKind[e] === without) continue;
      const other = otherEnd(graph, e, node);
      const next = known + 1 + e * share;
      if (next < cost[other]) { cost[other] = next; before[other] = node; heap.push(next, other); }
    }
  }
  return [];
}

function trace(before, to) {
  const path = [];
  for (let node = to; node >= 0; node = before[node]) path.unshift(node);
  return path;
}

function makeHeap() {
  const keys = [], values = [];
  const swap = (i, j) => {
    [keys[i], keys[j]] = [keys[j], keys[i]];
    [values[i], values[j]] = [values[j], values[i]];
  };
  return {
    size: () => keys.length,
    push(key, value) {
      let at = keys.push(key) - 1;
      values.push(value);
      while (at && keys[(at - 1) >> 1] > keys[at]) { swap(at, (at - 1) >> 1); at = (at - 1) >> 1; }
    },
    pop() {
      const top = [keys[0], values[0]];
      const key = keys.pop(), value = values.pop();
      if (keys.length) {
        keys[0] = key; values[0] = value;
        for (let at = 0; ;) {
          let least = at;
          for (const child of [2 * at + 1, 2 * at + 2]) {
            if (child < keys.length && keys[child] < keys[least]) least = child;
          }
          if (least === at) break;
          swap(at, least);
          at = least;
        }
      }
      return top;
    },
  };
}

/** Return the neighbours that all of some nodes have, those of most works first. */
export function sharedNeighbours(graph, nodes) {
  const sets = nodes.map((node) => new Set([...edgesOf(graph, node)].map((e) => otherEnd(graph, e, node))));
  const [first, ...others] = sets.sort((a, b) => a.size - b.size);
  return [...first].filter((node) => others.every((set) => set.has(node)) && !nodes.includes(node))
    .sort((a, b) => a - b);
}

/** Return the component of each node of a layer by its drawn edges, the largest as 0. */
export function componentsOf(graph, layer) {
  const parent = new Int32Array(graph.size).map((_, i) => i);
  const root = (i) => { while (parent[i] !== i) i = parent[i] = parent[parent[i]]; return i; };
  for (const e of layer.edges) parent[root(graph.source[e])] = root(graph.target[e]);
  const sizes = new Map();
  for (const node of layer.nodes) sizes.set(root(node), (sizes.get(root(node)) || 0) + 1);
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([r], i) => [r, i]));
  return (node) => order.get(root(node));
}
