// What the page says of itself while it is used: counts, legend, caption, and what was done.

import { COLOURINGS, legendEntries } from "./colours.js";
import { element } from "./dom.js";
import { SIZES } from "./view.js";
import { counted } from "./words.js";

const SEEN = 5000; // milliseconds that a message stays

/** Say what the map shows of how much, in the line below it. */
export function showCounts({ graph, view, visible }) {
  const layer = graph.layers[view.layer], { mask, nodes, edges, hidden, near } = visible;
  const shown = nodes.filter((node) => mask[node] === 1).length;
  const links = edges.filter((edge) => mask[graph.source[edge]] === 1 && mask[graph.target[edge]] === 1).length;
  const off = hidden.reduce((sum, [, count]) => sum + count, 0);
  const what = near ? `${counted(shown, "node")} within ${counted(view.steps, "step")}`
    : `${shown.toLocaleString("en-US")} of ${counted(layer.total, layer.one, layer.label.toLowerCase())}`;
  const some = `${what}, ${counted(links, "link")}`;
  document.getElementById("counts").textContent = off ? `${some}; filters hide ${off.toLocaleString("en-US")}` : some;
  for (const each of document.querySelectorAll("#layers button")) each.setAttribute("aria-pressed", each.dataset.layer === layer.name);
}

/** Return the words that `showCounts` has written. */
export function countsShown() {
  return document.getElementById("counts").textContent;
}

/** Fill the legend below the map. */
export function fillLegend({ graph, view, look }) {
  const legend = document.getElementById("legend");
  legend.replaceChildren();
  for (const [colour, words, shape = "disc"] of legendEntries(graph, view, look, "")) {
    const item = element("span", "", legend, { className: "entry" });
    const mark = element("span", "", item, { className: `shape ${shape}` });
    if (colour) mark.style.background = colour;
    item.append(words);
  }
}

/** Return the caption: what is shown of which corpus, by which thresholds, and what it means. */
export function captionOf({ graph, view, visible }) {
  const hidden = visible.hidden.map(([what, count]) => `${count.toLocaleString("en-US")} ${what}`);
  const filtered = hidden.length ? ` Filters hide ${hidden.join(", ")}.` : "";
  const around = view.chosen.map((node) => graph.names[node]).join(", ");
  const shown = visible.near ? `${countsShown()} of ${around}.` : graph.layers[view.layer].caption;
  const look = `Colour: ${COLOURINGS[view.colour]}; size: ${SIZES[view.size]}.`;
  return `${graph.header.title}. ${shown}${filtered} ${look} ${graph.header.drawnBy}`;
}

/** Say something to who listens to the page. */
export function announce(words) {
  document.getElementById("live").textContent = words;
}

let timer = 0;

/** Say something that has no other trace on the screen: it is seen for a while, too. */
export function say(words) {
  announce(words);
  const toast = document.getElementById("toast");
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { toast.hidden = true; }, SEEN);
}
