// The list: all that the map shows as a table, sorted as one likes; the same selection.

import { button, copy, element } from "./dom.js";
import { degreeOf, kindOf, regionName, salienceOf, yearsOf } from "./graph.js";

const PAGE = 200; // rows at a time

/** Columns of the list: heading, value to show, value to sort by (numbers: large first). */
const COLUMNS = [
  ["Name", (graph, node) => graph.names[node], (graph, node) => graph.names[node].toLowerCase()],
  ["Kind", (graph, node) => kindOf(graph, node).name],
  ["Works", (graph, node) => graph.works[node], (graph, node) => -graph.works[node]],
  ["Years", yearsOf, (graph, node) => -graph.lastYear[node]],
  ["Region", (graph, node) => regionName(graph, graph.region[node])],
  ["Links", degreeOf, (graph, node) => -degreeOf(graph, node)],
  ["Salience", (graph, node) => salienceOf(graph, node)?.toFixed(2) ?? "", (graph, node) => -(salienceOf(graph, node) ?? -1)],
];

/** Show the list of what is visible. */
export function fillList(atlas, parent) {
  const { graph, view, visible, actions, say } = atlas;
  const sorted = sortRows(graph, [...visible.nodes], atlas.sortBy);
  parent.replaceChildren();
  const closer = sorted.filter((node) => visible.mask[node] === 2).length;
  const when = closer ? `; the map shows ${closer.toLocaleString("en-US")} of them where one zooms in` : ", as on the map";
  const bar = element("p", `${sorted.length.toLocaleString("en-US")} on this list${when}. `, parent, { className: "soft" });
  button("Copy as table", bar, () => copy(asTable(graph, sorted), say));
  const table = element("table", "", parent);
  const head = element("tr", "", element("thead", "", table));
  COLUMNS.forEach(([heading], column) => {
    const on = Math.abs(atlas.sortBy) === column + 1;
    const cell = element("th", "", head, { scope: "col", "aria-sort": on ? (atlas.sortBy > 0 ? "ascending" : "descending") : "none" });
    button(heading, cell, () => { atlas.sortBy = atlas.sortBy === column + 1 ? -column - 1 : column + 1; fillList(atlas, parent); });
  });
  const body = element("tbody", "", table);
  const more = button("", parent, () => extend(), { className: "more" });
  let shown = 0;
  const extend = () => {
    for (const node of sorted.slice(shown, shown + PAGE)) {
      const row = element("tr", "", body, { "aria-selected": view.chosen.includes(node) });
      COLUMNS.forEach(([, show], column) => {
        const cell = element(column ? "td" : "th", column ? String(show(graph, node)) : "", row, column ? {} : { scope: "row" });
        if (!column) button(graph.names[node], cell, (event) => actions.choose(node, event));
      });
    }
    shown = Math.min(sorted.length, shown + PAGE);
    atlas.listed = shown;
    more.hidden = shown === sorted.length;
    more.textContent = `${(sorted.length - shown).toLocaleString("en-US")} more`;
  };
  // As many rows as there were, at the same place.
  const before = atlas.listed ?? 0, scrolled = parent.scrollTop;
  do extend(); while (shown < Math.min(before, sorted.length));
  parent.scrollTop = scrolled;
}

/** Return nodes sorted by a column, counted from 1; descending if below 0. */
function sortRows(graph, nodes, sortBy) {
  const [, show, key = show] = COLUMNS[Math.abs(sortBy) - 1];
  const way = Math.sign(sortBy);
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return nodes.map((node) => [key(graph, node), node])
    .sort((a, b) => way * compare(a[0], b[0]) || a[1] - b[1]).map(([, node]) => node);
}

function asTable(graph, nodes) {
  const rows = nodes.map((node) => COLUMNS.map(([, show]) => String(show(graph, node)).replace(/\s+/g, " ")));
  return [COLUMNS.map(([heading]) => heading), ...rows].map((row) => row.join("\t")).join("\n");
}
