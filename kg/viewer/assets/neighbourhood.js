"use strict";
// Everything shown comes from files: it reaches the page as text, never as HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const name = (id) => data.nodes[id].name;
const sentence = (told) => `${name(told.from)} ${told.words} ${name(told.to)}`;
const touching = data.nodes.map(() => []);
data.edges.forEach((edge, id) => {
  edge.id = id;
  edge.title = edge.relations.map((told) => `${sentence(told)}: ${told.facts}`).join("\n");
  touching[edge.from].push(edge);
  touching[edge.to].push(edge);
});

const colour = (of) => getComputedStyle(document.documentElement).getPropertyValue(of).trim();

function colours() {
  const halo = { strokeColor: colour("--paper") };
  const line = { color: colour("--line"), hover: colour("--line-near"), highlight: colour("--ink") };
  return {
    nodes: { font: { color: colour("--ink"), ...halo } },
    edges: { font: { color: colour("--faint"), ...halo }, color: line },
  };
}

const nodes = new vis.DataSet(data.nodes);
const network = new vis.Network(
  document.getElementById("network"), { nodes, edges: new vis.DataSet(data.edges) }, data.options);
network.setOptions(colours());
matchMedia("(prefers-color-scheme: dark)").addEventListener(
  "change", () => network.setOptions(colours()));

const still = document.getElementById("still");

function hold(wanted) {
  still.setAttribute("aria-pressed", String(wanted));
  network.setOptions({ physics: { enabled: !wanted } });
}

still.onclick = () => hold(still.getAttribute("aria-pressed") === "false");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
network.once("stabilizationIterationsDone", () => {
  document.body.dataset.ready = "yes";
  if (calm) hold(true);
});

function element(tag, text, parent, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  parent.append(made);
  return made;
}

// Each name by itself: one that is written from right to left turns nothing around it.
function named(id, parent) {
  element("bdi", name(id), parent);
}

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function panel() {
  const details = document.getElementById("details");
  details.replaceChildren();
  details.scrollTop = 0;
  return details;
}

function nodeButton(id, parent) {
  const button = element("button", "", parent);
  named(id, button);
  button.onclick = () => go(id);
}

function showNode(id) {
  const node = data.nodes[id];
  const details = panel();
  named(id, element("h2", "", details));
  element("p", node.facts, details);
  if (node.aliases) element("p", `Also: ${node.aliases}`, details, "faint");
  const around = [...touching[id]].sort((a, b) => b.relations[0].works - a.relations[0].works);
  element("h3", counted(around.length, "link") + " shown", details);
  const list = element("ul", "", details);
  for (const edge of around) {
    const item = element("li", "", list);
    for (const told of edge.relations) showLink(told, id, element("div", "", item));
    item.lastChild.append(" ");
    const why = element("button", "why?", item.lastChild, "why");
    why.setAttribute("aria-label", `Why are ${name(edge.from)} and ${name(edge.to)} linked?`);
    why.onclick = () => { network.selectEdges([edge.id]); showEdge(edge.id); };
  }
}

// From the node above: "wrote with Carl Gauss"; towards it: "Looms uses punched cards".
function showLink(told, id, parent) {
  const other = told.from === id ? told.to : told.from;
  if (told.from === id || told.mutual) {
    element("span", `${told.words} `, parent, "faint");
    nodeButton(other, parent);
  } else {
    nodeButton(other, parent);
    named(id, element("span", ` ${told.words} `, parent, "faint"));
  }
  element("span", `, ${told.facts}`, parent, "faint");
}

function showRelation(told, details) {
  const heading = element("h3", "", details);
  named(told.from, heading);
  heading.append(` ${told.words} `);
  named(told.to, heading);
  element("p", `${told.facts}. Documents that say so:`, details, "faint");
  const list = element("ul", "", details);
  for (const number of told.documents) {
    const document = data.documents[number];
    const item = element("li", "", list);
    element("bdi", document.title, item);
    const rest = [document.year, document.place].filter(Boolean).join(", ");
    element("div", rest, item, "faint");
  }
  if (told.more) element("p", `and ${told.more} more`, details, "faint");
}

function showEdge(id) {
  const edge = data.edges[id];
  const details = panel();
  const heading = element("h2", "", details);
  nodeButton(edge.from, heading);
  heading.append(" – ");
  nodeButton(edge.to, heading);
  for (const told of edge.relations) showRelation(told, details);
  element("p", "The words that say so:", details, "faint");
  element("code", edge.why, details);
}

function go(id) {
  network.selectNodes([id]);
  network.focus(id, { scale: Math.max(1, network.getScale()), animation: !calm });
  showNode(id);
}

network.on("click", (event) => {
  if (event.nodes.length) showNode(event.nodes[0]);
  else if (event.edges.length) showEdge(event.edges[0]);
  else showNode(data.centre);
});
network.on("dragStart", (event) => {
  if (event.nodes.length) showNode(event.nodes[0]);
});
showNode(data.centre);

const bySize = [...data.nodes].sort((a, b) => b.size - a.size);
const names = document.getElementById("names");
for (const node of bySize) element("option", "", names).value = node.name;

const wanted = document.getElementById("wanted");
wanted.addEventListener("input", () => wanted.classList.remove("missing"));
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = wanted.value.trim().toLowerCase();
  if (!text) return;
  const holds = (what) => (node) => what(node).toLowerCase().includes(text);
  const found = bySize.find((node) => node.name.toLowerCase() === text)
    || bySize.find(holds((node) => node.name))
    || bySize.find(holds((node) => node.aliases));
  if (found) go(found.id);
  else wanted.classList.add("missing");
});

for (const button of document.querySelectorAll("#legend button")) {
  button.querySelector(".dot").style.background = button.dataset.colour;
  button.onclick = () => {
    const shown = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(shown));
    nodes.update(data.nodes.filter((node) => node.kind === button.dataset.kind)
      .map((node) => ({ id: node.id, hidden: !shown })));
  };
}
