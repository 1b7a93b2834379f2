"use strict";
// Everything shown comes from files: it reaches the page as text, never as HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = new Map(data.nodes.map((node) => [node.id, node]));
const touching = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  touching.get(edge.from).push(edge);
  touching.get(edge.to).push(edge);
}
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const network = new vis.Network(
  document.getElementById("network"), { nodes, edges }, options);
network.once("afterDrawing", () => network.fit());

function element(tag, text, parent) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function jump(id, parent, note) {
  const item = element("li", "", parent);
  element("button", byId.get(id).name, item).onclick = () => go(id);
  if (note) element("span", " " + note, item).className = "faint";
}

function panel(title) {
  const details = document.getElementById("details");
  details.replaceChildren();
  details.hidden = false;
  const close = element("button", "×", details);
  close.className = "close";
  close.setAttribute("aria-label", "Close");
  close.onclick = () => { details.hidden = true; network.unselectAll(); };
  element("h2", title, details);
  return details;
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function showNode(id) {
  const node = byId.get(id);
  const details = panel(node.name);
  element("p", [node.kind, counted(node.documents, "document"), node.years]
    .filter(Boolean).join(" · "), details);
  if (node.aliases) element("p", "Also: " + node.aliases, details).className = "faint";
  const around = [...touching.get(id)].sort((a, b) => b.weight - a.weight);
  element("h3", counted(around.length, "neighbour") + " shown", details);
  const list = element("ul", "", details);
  for (const edge of around) {
    jump(edge.from === id ? edge.to : edge.from, list, `${edge.kind}, ${edge.weight}`);
  }
}

function showEdge(id) {
  const edge = edges.get(id);
  const details = panel(`${byId.get(edge.from).name} – ${byId.get(edge.to).name}`);
  element("p", [edge.kind, `weight ${edge.weight}`, edge.years]
    .filter(Boolean).join(" · "), details);
  const ends = element("ul", "", details);
  jump(edge.from, ends);
  jump(edge.to, ends);
  element("h3", "Documents that say so", details);
  const list = element("ul", "", details);
  for (const document of edge.evidence) {
    const title = data.documents[document];
    const item = element("li", title || document, list);
    if (title) item.title = document;
  }
  const more = edge.weight - edge.evidence.length;
  if (more > 0) element("p", `and ${more} more`, details).className = "faint";
}

function go(id) {
  network.selectNodes([id]);
  network.focus(id, { scale: 1.2, animation: { duration: 400 } });
  showNode(id);
}

network.on("click", (event) => {
  if (event.nodes.length) showNode(event.nodes[0]);
  else if (event.edges.length) showEdge(event.edges[0]);
  else document.getElementById("details").hidden = true;
});

const names = document.getElementById("names");
for (const node of data.nodes) element("option", "", names).value = node.name;

const wanted = document.getElementById("wanted");
wanted.addEventListener("input", () => wanted.classList.remove("missing"));
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = wanted.value.trim().toLowerCase();
  if (!text) return;
  const found = data.nodes.find((node) => node.name.toLowerCase() === text)
    || data.nodes.find((node) => node.name.toLowerCase().includes(text))
    || data.nodes.find((node) => (node.aliases || "").toLowerCase().includes(text));
  if (found) go(found.id);
  else wanted.classList.add("missing");
});

for (const button of document.querySelectorAll("#legend button")) {
  button.onclick = () => {
    const shown = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(shown));
    nodes.update(data.nodes.filter((node) => node.kind === button.dataset.kind)
      .map((node) => ({ id: node.id, hidden: !shown })));
  };
}
