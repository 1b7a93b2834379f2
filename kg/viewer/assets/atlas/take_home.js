// What a reader takes home: pictures with legend and caption, tables, a network for Gephi.

import { legendEntries } from "./colours.js";
import { drawMap, makeLook, traceShape } from "./draw.js";
import { edgeKindOf, kindOf, regionName, salienceOf } from "./graph.js";
import { canvasSurface, escapeXml, svgSurface } from "./surface.js";
import { FONT, measure } from "./labels.js";
import { csvCell } from "./words.js";

const LINE = 16, MARGIN = 14; // pixels, of the caption

/** The files that can be taken home, by the names of their buttons: who makes them, and of what type. */
export const FILES = {
  png: { make: asPng, ending: "png", type: "image/png" },
  svg: { make: asSvg, ending: "svg", type: "image/svg+xml" },
  nodes: { make: nodesAsCsv, ending: "nodes.csv", type: "text/csv" },
  edges: { make: edgesAsCsv, ending: "edges.csv", type: "text/csv" },
  gexf: { make: asGexf, ending: "gexf", type: "application/xml" },
};

/** Return the picture of the map as SVG, legend and caption below. */
function asSvg(atlas, scene) {
  const surface = svgSurface();
  const height = drawPicture(surface, atlas, scene);
  return surface.markup(scene.width, height, atlas.graph.header.title);
}

/** Return the picture as a PNG, of twice as many pixels a side. */
async function asPng(atlas, scene) {
  const lines = captionLines(atlas, scene).length;
  const canvas = new OffscreenCanvas(scene.width * 2, (scene.height + (lines + 1) * LINE + MARGIN) * 2);
  drawPicture(canvasSurface(canvas.getContext("2d", { alpha: false }), 2), atlas, scene);
  return canvas.convertToBlob({ type: "image/png" });
}

function drawPicture(surface, atlas, scene) {
  const lines = captionLines(atlas, scene);
  const height = scene.height + (lines.length + 1) * LINE + MARGIN;
  const whole = { ...surface, clear: () => surface.clear(scene.theme.paper, scene.width, height) };
  drawMap(whole, scene);
  // What lies outside the map is hidden by the strip of the caption.
  const strip = surface.path();
  [[0, scene.height], [scene.width, scene.height], [scene.width, height], [0, height]]
    .forEach(([x, y], i) => (i ? strip.lineTo(x, y) : strip.moveTo(x, y)));
  strip.closePath();
  surface.fill(strip, scene.theme.paper);
  drawLegend(surface, scene, scene.height + LINE * 0.6);
  lines.forEach((line, i) => {
    surface.text(line, MARGIN, scene.height + LINE * (i + 1.8), { font: FONT, size: 12, colour: scene.theme.soft, halo: scene.theme.paper });
  });
  return height;
}

function drawLegend(surface, { graph, view, look, theme }, y) {
  let x = MARGIN;
  for (const [colour, words, shape = "disc"] of legendEntries(graph, view, look, theme.grey)) {
    const mark = surface.path();
    traceShape(mark, shape, x, y, 5);
    if (shape === "ring") surface.stroke(mark, colour, 2);
    else surface.fill(mark, colour);
    surface.text(words, x + 9, y, { font: FONT, size: 12, colour: theme.ink, halo: theme.paper });
    x += measure(words) * 12 + 26;
  }
}

function captionLines({ caption }, { width }) {
  const lines = [""];
  for (const word of caption().split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (measure(longer) * 12 > width - 2 * MARGIN) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Return the nodes shown as CSV. */
function nodesAsCsv({ graph, visible }) {
  const head = ["id", "name", "kind", "works", "first_year", "last_year", "region", "salience", "aliases"];
  const rows = [...visible.nodes].map((node) => [
    graph.ids[node], graph.names[node], kindOf(graph, node).name, graph.works[node],
    graph.firstYear[node] || "", graph.lastYear[node] || "", regionName(graph, graph.region[node]),
    salienceOf(graph, node) ?? "", graph.aliases[node].join("; "),
  ]);
  return asCsv([head, ...rows]);
}

/** Return the edges shown as CSV. */
function edgesAsCsv({ graph, visible }) {
  const rows = [...visible.edges].map((edge) => [
    graph.ids[graph.source[edge]], graph.ids[graph.target[edge]], edgeKindOf(graph, edge).name, graph.edgeWorks[edge],
  ]);
  return asCsv([["source", "target", "kind", "works"], ...rows]);
}

function asCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Return what is shown as GEXF 1.3, with places and colours, for Gephi. */
function asGexf(atlas) {
  const { graph, visible, view, theme } = atlas;
  const look = makeLook(graph, view, visible, theme());
  const nodes = [...visible.nodes].map((node) => {
    const [r, g, b] = channels(look.colourOf(node));
    return `<node id="${escapeXml(graph.ids[node])}" label="${escapeXml(graph.names[node])}"><attvalues>`
      + `<attvalue for="kind" value="${escapeXml(kindOf(graph, node).name)}"/><attvalue for="works" value="${graph.works[node]}"/>`
      + `<attvalue for="region" value="${escapeXml(regionName(graph, graph.region[node]))}"/></attvalues>`
      + `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${graph.x[node].toFixed(2)}" y="${(-graph.y[node]).toFixed(2)}"/>`
      + `<viz:size value="${(4 + 16 * look.shareOf(node)).toFixed(1)}"/></node>`;
  });
  const edges = [...visible.edges].map((edge, i) => `<edge id="${i}" source="${escapeXml(graph.ids[graph.source[edge]])}"`
    + ` target="${escapeXml(graph.ids[graph.target[edge]])}" label="${escapeXml(edgeKindOf(graph, edge).label)}"`
    + ` type="${edgeKindOf(graph, edge).directed ? "directed" : "undirected"}" weight="${graph.edgeWorks[edge]}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n`
    + `<meta><description>${escapeXml(atlas.caption())}</description></meta>\n<graph defaultedgetype="undirected">\n`
    + `<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="works" title="works" type="integer"/>`
    + `<attribute id="region" title="region" type="string"/></attributes>\n`
    + `<nodes>\n${nodes.join("\n")}\n</nodes>\n<edges>\n${edges.join("\n")}\n</edges>\n</graph>\n</gexf>\n`;
}

function channels(colour) {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return colour.match(/\d+/g).map(Number);
}
