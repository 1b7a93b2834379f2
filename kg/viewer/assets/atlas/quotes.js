// Documents with the sentences that count, words marked, in a panel.

import { element, longList } from "./dom.js";
import { quotesOf } from "./evidence.js";

/**
 * Add documents that say something of `nodes` to a panel, the first few, more on demand.
 *
 * @param atlas what the page has: graph, evidence
 * @param wanted the parts of nodes in a work that count, if any
 */
export function addDocuments(atlas, numbers, nodes, parent, wanted = []) {
  const { graph, evidence } = atlas;
  if (graph.header.texts.kept === "none") {
    element("p", "This page was made without texts.", parent, { className: "soft" });
    return;
  }
  longList([...numbers], parent, async (number, list) => {
    const item = element("li", "", list, { className: "document" });
    const document = await evidence.documentOf(number);
    element("b", document.title || graph.names[document.work], item);
    element("div", [document.year || "", document.place].filter(Boolean).join(" · "), item, { className: "soft" });
    if (!document.passages.length) element("div", "Its text is not in this page.", item, { className: "soft" });
    for (const quote of quotesOf(document, nodes, graph.header.roles, wanted)) addQuote(quote, document, nodes, item);
  });
}

function addQuote({ passage, marks }, document, nodes, parent) {
  if (passage.field) element("div", `${passage.field}:`, parent, { className: "soft" });
  const quote = element("blockquote", "", parent);
  let at = 0;
  for (const { start, end, node } of marks) {
    if (start < at) continue;
    quote.append(passage.text.slice(at, start));
    element("mark", passage.text.slice(start, end), quote, { className: nodes.indexOf(node) > 0 ? "second" : "" });
    at = end;
  }
  quote.append(passage.text.slice(at));
  if (passage.line) element("span", ` line ${passage.line}`, quote, { className: "soft line" });
}
