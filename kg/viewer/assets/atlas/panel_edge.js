// The panel of an edge, of a path, and of what several nodes share: why?

import { button, copy, element, longList } from "./dom.js";
import { edgeKindOf, edgesBetween } from "./graph.js";
import { rolesBetween } from "./evidence.js";
import { addDocuments } from "./quotes.js";
import { sharedNeighbours } from "./walks.js";
import { counted, quoted } from "./words.js";

/** Show why two nodes are linked: what links them in words, and each document with it. */
export function showEdge(atlas, [a, b], body) {
  const { graph, view, evidence, actions, say } = atlas;
  const onPath = view.path.length > 0;
  button(onPath ? "← the path" : `← ${graph.names[a]}`, body, () => (onPath ? actions.backToPath() : actions.choose(a)), { className: "back" });
  element("h2", `${graph.names[a]} – ${graph.names[b]}`, body);
  const works = evidence.worksOfBoth(a, b).length;
  for (const sentence of edgeSentences(graph, a, b, works)) element("p", sentence, body);
  const line = element("p", "", body, { className: "tools" });
  button(graph.names[b], line, () => actions.choose(b));
  button("Copy as kg command", line, () => copy(`kg why ${quoted(graph.names[a])} ${quoted(graph.names[b])}`, say));
  const numbers = evidence.documentsOfBoth(a, b);
  element("h3", `${counted(works, "work")} with both`, body);
  addDocuments(atlas, numbers, [a, b], body, rolesBetween(graph, a, b));
  const narrow = edgesBetween(graph, a, b).find((edge) => edgeKindOf(graph, edge).name === "broader");
  if (narrow !== undefined) addNarrower(atlas, graph.source[narrow], numbers, body);
}

// That a term is broader is said by the words of the narrower one, wherever it stands.
function addNarrower(atlas, node, shown, body) {
  const numbers = [...atlas.evidence.documentsOf(node)].filter((number) => !shown.includes(number));
  if (!numbers.length) return;
  element("h3", `Where “${atlas.graph.names[node]}” stands without the other (${counted(numbers.length, "document")})`, body);
  addDocuments(atlas, numbers, [node], body);
}

/** Return a sentence for each edge of two nodes: "A used for B, says 1 work." */
function edgeSentences(graph, a, b, shared) {
  const sentences = edgesBetween(graph, a, b).map((edge) => {
    const kind = edgeKindOf(graph, edge), works = counted(graph.edgeWorks[edge], "work");
    const from = graph.names[graph.source[edge]], to = graph.names[graph.target[edge]];
    if (kind.name === "cooccurrence") return `They share ${works}, ${timesChance(graph, edge)} as many as by chance.`;
    if (!kind.directed) return `${from} and ${to}: ${kind.label}, in ${works}.`;
    return `${from} ${kind.label} ${to}: in ${works}.`;
  });
  if (sentences.length) return sentences;
  if (!shared) return ["Nothing links these two directly."];
  return [`They share ${counted(shared, "work")}${graph.header.leftOut ? ", and no link that ranks high enough for this page" : ""}.`];
}

function timesChance(graph, edge) {
  const a = graph.works[graph.source[edge]], b = graph.works[graph.target[edge]];
  const times = (graph.edgeWorks[edge] * graph.header.works) / Math.max(1, a * b);
  return `${times >= 10 ? Math.round(times) : times.toFixed(1)} times`;
}

/** Show a path, every step with its why. */
export function showPath(atlas, path, body) {
  const { graph, actions } = atlas;
  element("h2", `Path of ${counted(path.length - 1, "step")}`, body);
  element("p", `${graph.names[path[0]]} to ${graph.names[path.at(-1)]}: fewest steps, over the surest links.`, body, { className: "soft" });
  const list = element("ol", "", body);
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1], path[i]];
    const item = element("li", "", list);
    const edge = edgesBetween(graph, a, b)[0];
    const [from, to] = edgeKindOf(graph, edge).directed ? [graph.source[edge], graph.target[edge]] : [a, b];
    button(graph.names[from], item, () => actions.choose(from));
    element("span", ` – ${edgeKindOf(graph, edge).label} – `, item, { className: "soft" });
    button(graph.names[to], item, () => actions.choose(to));
    item.append(" ");
    button("why?", item, () => actions.openEdge(a, b), { className: "why", "aria-label": `Why ${graph.names[a]} and ${graph.names[b]}` });
  }
}

/** Show what several nodes share: neighbours of all, and works that have all of them. */
export function showSeveral(atlas, nodes, body) {
  const { graph, evidence, actions } = atlas;
  element("h2", `${nodes.length} chosen`, body);
  const list = element("ul", "", body);
  for (const node of nodes) {
    const item = element("li", "", list);
    button(graph.names[node], item, () => actions.choose(node));
    item.append(" ");
    button("leave out", item, () => actions.toggle(node), { className: "why", "aria-label": `Leave out ${graph.names[node]}` });
  }
  const shared = sharedNeighbours(graph, nodes);
  element("h3", `What all of them go with (${shared.length.toLocaleString("en-US")})`, body);
  longList(shared, body, (node, parent) => {
    const item = element("li", "", parent);
    button(graph.names[node], item, (event) => actions.choose(node, event));
    element("span", ` ${graph.header.kinds[graph.kind[node]].name}`, item, { className: "soft" });
  }, 10);
  const sets = nodes.map((node) => new Set(evidence.documentsOf(node)));
  const together = [...sets[0]].filter((number) => sets.every((set) => set.has(number)));
  element("h3", `${counted(together.length, "document")} with all of them`, body);
  addDocuments(atlas, together, nodes, body);
}
