// Colours of the map, for light and dark, and what a node's colour can mean.

import { NOWHERE, degreeOf } from "./graph.js";
import { componentsOf } from "./walks.js";

const THEMES = {
  light: { paper: "#fbfbfa", ink: "#22262b", soft: "#5a6068", halo: "#fbfbfa", edge: "#44484d", grey: "#9aa0a6", fill: 0.13 },
  dark: { paper: "#15181c", ink: "#eceff2", soft: "#a7adb4", halo: "#15181c", edge: "#b9bfc6", grey: "#7b828a", fill: 0.22 },
};

// Viridis at five places (Smith & van der Walt): even in lightness, also to colour-blind eyes.
const VIRIDIS = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];

/** What the colour of a node can mean, by name. */
export const COLOURINGS = {
  region: "region",
  kind: "kind",
  year: "mean year",
  centrality: "connections",
  component: "component",
};

/** Return the theme that the reader's system asks for. */
export function currentTheme() {
  return matchMedia("(prefers-color-scheme: dark)").matches ? THEMES.dark : THEMES.light;
}

/** Return the fill of a region, and the ink in which its name is legible. */
export function regionColours(graph, region, theme) {
  if (region === NOWHERE) return [theme.grey, theme.soft];
  const [fill, ink] = graph.header.colours[graph.header.regions[region].colour];
  return [fill, theme === THEMES.dark ? lighten(fill) : ink];
}

function lighten(colour) {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${channels.map((value) => Math.round(value + (255 - value) * 0.55)).join(",")})`;
}

/**
 * Return a function from a node to its colour, and a legend: [[colour, words], …].
 *
 * Years and connections run from the least to the most among the nodes shown.
 */
export function makeColouring(graph, view, nodes, theme) {
  if (view.colour === "kind") return byKind(graph, view);
  if (view.colour === "component") return byComponent(graph, view, theme);
  if (view.colour === "year") return byNumber(nodes, theme, (node) => meanYear(graph, node), "no year");
  if (view.colour === "centrality") {
    return byNumber(nodes, theme, (node) => Math.log2(1 + degreeOf(graph, node)), "", (v) => Math.round(2 ** v - 1));
  }
  return { colourOf: (node) => regionColours(graph, graph.region[node], theme)[0], legend: [] };
}

function byKind(graph, view) {
  const kinds = graph.layers[view.layer].kinds.map((kind) => graph.header.kinds[kind]);
  return {
    colourOf: (node) => graph.header.kinds[graph.kind[node]].colour,
    legend: kinds.map((kind) => [kind.colour, kind.plural, kind.shape]),
  };
}

// The largest components have a colour each, all others are grey.
function byComponent(graph, view, theme) {
  const componentOf = componentsOf(graph, graph.layers[view.layer]);
  const fills = graph.header.colours.map(([fill]) => fill);
  const legend = fills.slice(0, 3).map((fill, i) => [fill, ["largest component", "second", "third"][i]]);
  return { colourOf: (node) => fills[componentOf(node)] ?? theme.grey, legend };
}

function byNumber(nodes, theme, valueOf, unknown, write = Math.round) {
  let least = Infinity, most = -Infinity;
  for (const node of nodes) {
    const value = valueOf(node);
    if (value) { least = Math.min(least, value); most = Math.max(most, value); }
  }
  const share = (value) => (most > least ? (value - least) / (most - least) : 0.5);
  const legend = most >= least
    ? [0, 0.5, 1].map((at) => [viridis(at), String(write(least + (most - least) * at))]) : [];
  return {
    colourOf: (node) => { const value = valueOf(node); return value ? viridis(share(value)) : theme.grey; },
    legend: unknown ? [...legend, [theme.grey, unknown]] : legend,
  };
}

function meanYear(graph, node) {
  return graph.firstYear[node] ? graph.meanYear[node] / 10 + graph.firstYear[node] : 0;
}

function viridis(share) {
  const at = Math.min(share, 0.9999) * (VIRIDIS.length - 1), low = Math.floor(at);
  const mixed = VIRIDIS[low].map((value, i) => Math.round(value + (VIRIDIS[low + 1][i] - value) * (at - low)));
  return `rgb(${mixed.join(",")})`;
}

/** Return what a legend says: [[colour, words, shape], …]; shapes of kinds are `grey`. */
export function legendEntries(graph, view, look, grey) {
  const kinds = graph.layers[view.layer].kinds.map((kind) => graph.header.kinds[kind]);
  // Colours say one thing, shapes another: kinds stand beside what colours mean.
  const shapes = view.colour === "kind" ? [] : kinds.map((kind) => [grey, kind.plural, kind.shape]);
  return [...look.legend, ...shapes];
}
