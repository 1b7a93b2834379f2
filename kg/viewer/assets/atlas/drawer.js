// The drawer: filters, each with how many it hides, colours, sizes, and what to take home.

import { COLOURINGS } from "./colours.js";
import { button, choice, element } from "./dom.js";
import { yearCounts } from "./filters.js";
import { addYears } from "./panel_region.js";
import { NO_FILTERS, SIZES } from "./view.js";

/** Fill the drawer. */
export function fillDrawer(atlas, drawer) {
  const { graph, view, actions } = atlas;
  const layer = graph.layers[view.layer];
  drawer.replaceChildren();
  element("h2", "Filters", drawer);
  numberField("Works at least", view.filters.works, drawer, (works) => actions.setFilter({ works }));
  numberField("Links of at least so many works", view.filters.weight, drawer, (weight) => actions.setFilter({ weight }));
  kindBoxes(atlas, layer, drawer);
  const regions = Object.fromEntries([["-1", "all"], ...graph.header.regions.map((region, i) => [i, region.names.slice(0, 2).join(", ") || `region ${i + 1}`])]);
  const ordered = { "-1": "all", ...regions };
  choice("Region", ordered, String(view.filters.region), drawer, (value) => actions.setFilter({ region: Number(value) }));
  tick("Only the largest component", view.filters.component, drawer, (component) => actions.setFilter({ component }));
  yearFields(atlas, drawer);
  const said = element("ul", "", drawer, { className: "hidden-counts" });
  for (const [what, count] of atlas.visible.hidden) element("li", `${count.toLocaleString("en-US")} hidden ${what}`, said);
  const { weak } = atlas.visible;
  if (weak) element("li", `${weak.toLocaleString("en-US")} links hidden of fewer than ${view.filters.weight} works`, said);
  button("Clear all filters", drawer, () => actions.setFilter(NO_FILTERS));
  element("h2", "Look", drawer);
  choice("Colour by", COLOURINGS, view.colour, drawer, (colour) => actions.setLook({ colour }));
  choice("Size by", SIZES, view.size, drawer, (size) => actions.setLook({ size }));
  element("h2", "Take it home", drawer);
  const out = element("p", "", drawer, { className: "tools" });
  for (const [name, words] of Object.entries({ png: "PNG", svg: "SVG", nodes: "CSV of nodes", edges: "CSV of edges", gexf: "GEXF for Gephi" })) {
    button(words, out, () => actions.takeHome(name));
  }
  button("Copy link", out, () => actions.copyLink());
  button("Copy as kg command", out, () => actions.copyCommand());
}

function numberField(label, value, parent, onchange) {
  const field = element("label", `${label} `, parent, { className: "field" });
  const input = element("input", "", field, { type: "number", min: 1, value, inputmode: "numeric" });
  input.addEventListener("change", () => onchange(Math.max(1, Math.round(Number(input.value) || 1))));
}

function tick(label, checked, parent, onchange) {
  const field = element("label", "", parent, { className: "field" });
  const input = element("input", "", field, { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => onchange(input.checked));
  field.append(` ${label}`);
}

function kindBoxes({ graph, view, actions }, layer, parent) {
  if (layer.kinds.length < 2) return;
  for (const kind of layer.kinds) {
    tick(`Show ${graph.header.kinds[kind].plural}`, !view.filters.kinds.includes(kind), parent, (shown) => {
      const { kinds } = view.filters;
      actions.setFilter({ kinds: shown ? kinds.filter((other) => other !== kind) : [...kinds, kind] });
    });
  }
}

function yearFields({ graph, view, actions }, parent) {
  const works = graph.layers.find((layer) => layer.name === "works").nodes;
  if (!addYears(graph, works, parent)) return;
  const { counts } = yearCounts(graph, works);
  const span = view.filters.years ?? [counts[0][0], counts.at(-1)[0]];
  ["From", "to"].forEach((label, i) => {
    const field = element("label", `${label} `, parent, { className: "field inline" });
    const input = element("input", "", field, { type: "number", value: span[i], inputmode: "numeric" });
    input.addEventListener("change", () => {
      const next = [...span];
      next[i] = Math.round(Number(input.value)) || span[i];
      actions.setFilter({ years: next });
    });
  });
}
