// The panel of a region, and of the whole map.

import { button, element, longList } from "./dom.js";
import { firstOfRegions, nodesOfRegion, yearCounts } from "./filters.js";
import { isPlaced } from "./graph.js";
import { regionColours } from "./colours.js";
import { counted } from "./words.js";

const YEARS_KNOWN = 0.2; // of a layer, or its histogram says nothing

/** Show what the map has: its regions, each with the names and people of most weight. */
export function showHome(atlas, body) {
  const { graph, actions, theme } = atlas;
  const { header } = graph;
  element("h2", `${counted(header.regions.length, "region")}`, body);
  element("p", header.about, body, { className: "soft" });
  for (const note of header.notes) element("p", note, body, { className: "soft" });
  const list = element("ul", "", body, { className: "regions" });
  const people = graph.layers.find((layer) => layer.name === "people");
  const leading = header.ground === "people" ? [] : firstOfRegions(graph, people, 2);
  header.regions.forEach((region, number) => {
    const item = element("li", "", list);
    const dot = element("span", "", item, { className: "dot" });
    dot.style.background = regionColours(graph, number, theme())[0];
    const words = element("span", "", item);
    button(region.names.join(" · ") || `region ${number + 1}`, words, () => actions.openRegion(number));
    const names = (leading[number] ?? []).map((node) => graph.names[node]).join(", ");
    element("span", ` ${counted(region.size, header.noun)}${names ? `; ${names}` : ""}`, words, { className: "soft" });
  });
}

/** Show a region: what belongs to it, layer by layer, and its years. */
export function showRegion(atlas, number, body) {
  const { graph, view, actions } = atlas;
  const region = graph.header.regions[number];
  button("← all regions", body, () => actions.home(), { className: "back" });
  element("h2", region.names.join(" · ") || `Region ${number + 1}`, body);
  const tools = element("p", "", body, { className: "tools" });
  button("Zoom in", tools, () => actions.zoomTo(number));
  const only = view.filters.region === number;
  button(only ? "Show all regions" : "Show only this region", tools, () => actions.setFilter({ region: only ? -1 : number }), { "aria-pressed": only });
  const near = graph.header.ties.filter((tie) => tie.includes(number)).slice(0, 4);
  if (near.length) {
    const line = element("p", "Meets more often than by chance: ", body);
    near.forEach(([a, b], i) => {
      if (i) line.append("; ");
      const other = a === number ? b : a;
      button(graph.header.regions[other].names.slice(0, 2).join(", "), line, () => actions.openRegion(other));
    });
  }
  for (const layer of graph.layers) {
    const nodes = nodesOfRegion(graph, layer, number).filter((node) => isPlaced(graph, node));
    if (!nodes.length) continue;
    element("h3", `${layer.label} (${nodes.length.toLocaleString("en-US")})`, body);
    longList(nodes, body, (node, list) => {
      const item = element("li", "", list);
      button(graph.names[node], item, (event) => actions.choose(node, event));
      element("span", ` ${counted(graph.works[node], "work")}`, item, { className: "soft" });
    }, 8);
    if (layer.name === "works") addYears(graph, nodes, body);
  }
}

/** Add a histogram of the years of works, if enough are known; return whether it was added. */
export function addYears(graph, works, body) {
  const { counts, share } = yearCounts(graph, works);
  if (share < YEARS_KNOWN || counts.length < 2) return false;
  const first = counts[0][0], last = counts.at(-1)[0], of = new Map(counts);
  const most = Math.max(...of.values());
  const figure = element("div", "", body, {
    className: "years", role: "img",
    "aria-label": `Works by year, ${first} to ${last}: ${counts.map(([year, count]) => `${year}: ${count}`).join(", ")}`,
  });
  for (let year = first; year <= last; year++) {
    const bar = element("span", "", figure, { title: `${year}: ${of.get(year) || 0}` });
    bar.style.height = `${Math.round((100 * (of.get(year) || 0)) / most)}%`;
  }
  element("p", `${first}–${last}; years are known of ${Math.round(share * 100)} %`, body, { className: "soft" });
  return true;
}
