// The card beside a node that the mouse or the keyboard points at.

import { element } from "./dom.js";
import { kindOf, neighboursOf, yearsOf } from "./graph.js";
import { counted } from "./words.js";

const WIDE = 270, HIGH = 90; // pixels that it needs to the right and below

/** Show the card of a node near a point of a screen of this size, or hide it for −1. */
export function showCard(graph, node, [x, y], { width, height }) {
  const card = document.getElementById("card");
  card.hidden = node < 0;
  if (node < 0) return;
  card.replaceChildren();
  element("b", graph.names[node], card);
  element("div", [kindOf(graph, node).name, counted(graph.works[node], "work"), yearsOf(graph, node)].filter(Boolean).join(" · "), card);
  const near = neighboursOf(graph, node).slice(0, 3).map((other) => graph.names[other]);
  if (near.length) element("div", `With ${near.join(", ")}`, card);
  card.style.left = `${Math.min(x + 14, width - WIDE)}px`;
  card.style.top = `${Math.min(y + 14, height - HIGH)}px`;
}
