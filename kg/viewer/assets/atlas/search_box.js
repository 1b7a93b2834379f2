// The search field: a combobox with the names found below it.

import { element } from "./dom.js";
import { isPlaced, kindOf } from "./graph.js";
import { search } from "./search.js";
import { counted } from "./words.js";

/** Make the field search; `found(node)` is told what was chosen, `left()` that nothing was. */
export function makeSearchBox(graph, makeIndexNow, found, left) {
  const field = document.getElementById("find"), list = document.getElementById("hits");
  let hits = [], on = 0, index = null;
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const take = (node) => { close(); field.value = ""; found(node); };
  const show = () => {
    list.replaceChildren();
    const asked = field.value.trim();
    list.hidden = !asked;
    field.setAttribute("aria-expanded", String(!!asked));
    if (asked && !hits.length) element("li", "Nothing is called that.", list, { className: "soft", role: "option", "aria-disabled": true });
    hits.forEach((node, i) => {
      const item = element("li", "", list, { id: `hit-${i}`, role: "option", "aria-selected": i === on });
      element("span", graph.names[node], item);
      element("span", ` ${kindOf(graph, node).name}, ${counted(graph.works[node], "work")}${isPlaced(graph, node) ? "" : ", not on the map"}`, item, { className: "soft" });
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(node); });
    });
    if (hits.length) field.setAttribute("aria-activedescendant", `hit-${on}`);
  };
  field.addEventListener("input", () => {
    index ??= makeIndexNow();
    hits = search(graph, index, field.value);
    on = 0;
    show();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      on = Math.max(0, Math.min(hits.length - 1, on + (event.key === "ArrowDown" ? 1 : -1)));
      show();
      event.preventDefault();
    } else if (event.key === "Enter" && hits.length) take(hits[on]);
    else if (event.key === "Escape") { close(); field.value = ""; left(); event.stopPropagation(); }
  });
  field.addEventListener("blur", close);
  return {
    focus(hint) { field.placeholder = hint; field.focus(); field.select(); },
  };
}
