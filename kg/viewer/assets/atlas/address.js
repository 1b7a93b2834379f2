// The view as the address's fragment: a link opens the page as it was left.

import { NO_FILTERS, SIZES } from "./view.js";
import { COLOURINGS } from "./colours.js";

/** Return the fragment of a view: "#l=people&n=person:ada-byron". */
export function writeAddress(graph, view, base) {
  const parts = new URLSearchParams();
  const put = (name, value, usual) => { if (value !== usual && value !== "") parts.set(name, value); };
  put("l", graph.layers[view.layer].name, "");
  put("n", view.chosen.map((node) => graph.ids[node]).join(" "));
  put("e", view.edge ? view.edge.map((node) => graph.ids[node]).join(" ") : "");
  put("p", view.path.map((node) => graph.ids[node]).join(" "));
  put("r", String(view.region), "-1");
  put("s", String(view.steps), "0");
  put("c", view.colour, "region");
  put("z", view.size, "works");
  put("t", view.list ? "list" : "");
  const filters = Object.entries(view.filters).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(NO_FILTERS[name]));
  put("f", filters.length ? JSON.stringify(Object.fromEntries(filters)) : "");
  const { x, y, k } = view.camera;
  // Zoom, not pixels: a link opens as well on a screen of another size.
  if (x !== base.x || y !== base.y || k !== base.k) put("at", [x, y, k / base.k].map((value) => value.toFixed(3)).join(","));
  return `#${parts}`;
}

/** Set a view to what a fragment says; what it does not know is left out. */
export function readAddress(graph, view, fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const nodes = (name) => (parts.get(name) ?? "").split(" ").map((id) => graph.numbers.get(id)).filter((node) => node !== undefined);
  const whole = (name, least, most, usual) => {
    const value = Number(parts.get(name) ?? usual);
    return Number.isInteger(value) && value >= least && value <= most ? value : usual;
  };
  const layer = graph.layers.findIndex((each) => each.name === (parts.get("l") ?? graph.header.first));
  if (layer >= 0) view.layer = layer;
  view.chosen = nodes("n");
  view.edge = nodes("e").length === 2 ? nodes("e") : null;
  view.path = nodes("p").length > 1 ? nodes("p") : [];
  view.region = whole("r", -1, graph.header.regions.length - 1, -1);
  view.steps = whole("s", 0, 3, 0);
  view.colour = Object.hasOwn(COLOURINGS, parts.get("c")) ? parts.get("c") : "region";
  view.size = Object.hasOwn(SIZES, parts.get("z")) ? parts.get("z") : "works";
  view.list = parts.get("t") === "list";
  view.filters = readFilters(graph, parts.get("f"));
  const [x, y, zoom] = (parts.get("at") ?? "").split(",").map(Number);
  view.at = [x, y, zoom].every(Number.isFinite) && zoom > 0 ? { x, y, zoom } : null;
}

function readFilters(graph, text) {
  const filters = { ...NO_FILTERS };
  let said = {};
  try { said = JSON.parse(text ?? "{}") ?? {}; } catch { return filters; }
  for (const name of ["works", "weight"]) if (Number.isInteger(said[name]) && said[name] > 0) filters[name] = said[name];
  if (Array.isArray(said.years) && said.years.length === 2 && said.years.every(Number.isFinite)) filters.years = said.years;
  if (Array.isArray(said.kinds)) filters.kinds = said.kinds.filter((kind) => graph.header.kinds[kind]);
  if (graph.header.regions[said.region]) filters.region = said.region;
  filters.component = said.component === true;
  return filters;
}
