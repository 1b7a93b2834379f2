// Reads the GEXF file named on the command line with graphology-gexf and prints what it
// holds as JSON: a reader that nobody here wrote.
import { readFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";

const graph = gexf.parse(Graph, readFileSync(process.argv[2], "utf8"));
const nodes = {};
const edges = [];
graph.forEachNode((id, attributes) => { nodes[id] = attributes; });
graph.forEachEdge((id, attributes, source, target) => {
  edges.push({ id, source, target, ...attributes });
});
console.log(JSON.stringify({ type: graph.type, multi: graph.multi, nodes, edges }));
