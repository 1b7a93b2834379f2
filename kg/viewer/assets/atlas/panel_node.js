// The panel of a node: what it is, whom it goes with, where it is said.

import { button, copy, element, longList } from "./dom.js";
import {
  NOWHERE, edgeKindOf, edgesOf, isPlaced, kindOf, otherEnd, regionName, salienceOf, yearsOf,
} from "./graph.js";
import { addDocuments } from "./quotes.js";
import { counted, quoted } from "./words.js";

const FIRST = 8; // neighbours shown of a kind of edge

/** Headings of a node's neighbours, by the kind of edge and the side that the node is on. */
const HEADINGS = {
  cooccurrence: ["Meets most surely with", "Meets most surely with"],
  coauthor: ["Writes with", "Writes with"],
  studies: ["Works on", "Who works on it"],
  uses: ["Uses", "Who uses it, and in which works"],
  about: ["Is about", "Works about it"],
  mentions: ["Mentions", "Works that mention it"],
  authorship: ["Works", "Authors"],
  affiliation: ["Belongs to", "People"],
  collaboration: ["Writes with institutions", "Writes with institutions"],
  citation: ["Cites", "Cited by"],
  cites: ["Names as a source", "Cited in"],
  broader: ["Broader", "Narrower"],
  part_of: ["Part of", "Parts"],
  used_for: ["Used for", "Made possible by"],
  evaluated_on: ["Evaluated on", "Evaluated here"],
  compared_with: ["Compared with", "Compared with"],
  such_as: ["For example", "An example of"],
};

/** Show a node. */
export function showNode(atlas, node, body) {
  const { graph, evidence, actions } = atlas;
  element("h2", graph.names[node], body);
  element("p", factsOf(graph, node).join(" · "), body, { className: "soft" });
  if (graph.aliases[node].length) element("p", `Also: ${graph.aliases[node].join("; ")}`, body, { className: "soft" });
  if (graph.region[node] !== NOWHERE) {
    const line = element("p", "In the region ", body);
    button(regionName(graph, graph.region[node]), line, () => actions.openRegion(graph.region[node]));
  }
  if (!isPlaced(graph, node)) element("p", "It shares no work with anything on the map, so it has no place there.", body, { className: "soft" });
  addDoubles(atlas, node, body);
  addTools(atlas, node, body);
  for (const [heading, rows] of neighbourGroups(graph, node)) {
    element("h3", `${heading} (${rows.length.toLocaleString("en-US")})`, body);
    longList(rows, body, (row, list) => addNeighbour(atlas, node, row, list), FIRST);
  }
  const numbers = evidence.documentsOf(node);
  element("h3", `Where it is said (${counted(numbers.length, "document")})`, body);
  addDocuments(atlas, numbers, [node], body);
}

// Two terms that say hardly more than each other are one on the map.
function addDoubles({ graph, actions }, node, body) {
  for (const [second, first, reason] of graph.header.shownWith) {
    if (second !== node && first !== node) continue;
    const other = second === node ? first : second;
    const line = element("p", second === node ? "At first sight the map has, in its place, " : "At first sight it stands also for ", body);
    button(graph.names[other], line, () => actions.choose(other));
    if (reason) element("span", ` (${reason})`, line, { className: "soft" });
  }
}

function factsOf(graph, node) {
  const salience = salienceOf(graph, node);
  return [
    kindOf(graph, node).name, graph.dataSet[node] ? "data set" : "", counted(graph.works[node], "work"), yearsOf(graph, node),
    salience === null ? "" : `salience ${salience.toFixed(2)}`,
  ].filter(Boolean);
}

function addTools(atlas, node, body) {
  const { graph, view, actions, say } = atlas;
  const tools = element("p", "", body, { className: "tools" });
  for (const steps of [1, 2, 3]) {
    button(steps === 1 ? "Only its neighbours" : `${steps} steps`, tools, () => actions.setSteps(view.steps === steps ? 0 : steps), {
      "aria-pressed": view.steps === steps,
    });
  }
  button("Path to …", tools, () => actions.askPath(node));
  button("Copy as kg command", tools, () => copy(`kg why ${quoted(graph.names[node])}`, say));
}

function addNeighbour(atlas, node, [edge, other], list) {
  const { graph, actions } = atlas;
  const item = element("li", "", list);
  button(graph.names[other], item, (event) => actions.choose(other, event));
  element("span", ` ${counted(graph.edgeWorks[edge], "work")} `, item, { className: "soft" });
  button("why?", item, () => actions.openEdge(node, other), {
    className: "why", "aria-label": `Why ${graph.names[node]} and ${graph.names[other]}`,
  });
}

/** Return [[heading, [[edge, other], …]], …] of a node, in the order of kinds of edge. */
function neighbourGroups(graph, node) {
  const groups = new Map();
  for (const edge of edgesOf(graph, node)) {
    const kind = edgeKindOf(graph, edge);
    const side = graph.source[edge] === node ? 0 : 1;
    const heading = (HEADINGS[kind.name] ?? [kind.label, kind.label])[side];
    if (!groups.has(heading)) groups.set(heading, []);
    groups.get(heading).push([edge, otherEnd(graph, edge, node)]);
  }
  const order = Object.values(HEADINGS).flat();
  return [...groups].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
}
