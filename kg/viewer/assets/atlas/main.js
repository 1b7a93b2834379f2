// The page: reads its data, and joins map, panel, search, keys and address.

import { openBlock, readColumns } from "./blocks.js";
import { between, clamp, fitBox, zoomAt } from "./camera.js";
import { COLOURINGS, currentTheme } from "./colours.js";
import { button, copy, element, rememberFocus, save } from "./dom.js";
import { SIZES, fillDrawer } from "./drawer.js";
import { makeLook } from "./draw.js";
import { makeEvidence } from "./evidence.js";
import { findVisible } from "./filters.js";
import { UNPLACED, isPlaced, kindOf, makeGraph, neighboursOf, yearsOf } from "./graph.js";
import { HELP, listenToKeys } from "./keyboard.js";
import { fillList } from "./list.js";
import { makePainter } from "./motion.js";
import { showEdge, showPath, showSeveral } from "./panel_edge.js";
import { showNode } from "./panel_node.js";
import { showHome, showRegion } from "./panel_region.js";
import { listenToPointer } from "./pointer.js";
import { makeIndex } from "./search.js";
import { makeSearchBox } from "./search_box.js";
import { asGexf, asPng, asSvg, edgesAsCsv, nodesAsCsv } from "./take_home.js";
import { makeView } from "./view.js";
import { readAddress, writeAddress } from "./address.js";
import { findPath } from "./walks.js";
import { counted } from "./words.js";

const FIND = "Find …   /";
const GLIDE = 350; // milliseconds from one place to another
const byId = (id) => document.getElementById(id);

/** Read the data of the page and show it. */
export async function openAtlas() {
  const [map, names, where] = await Promise.all(["map", "names", "where"].map(openBlock));
  const { header, columns } = readColumns(map);
  const graph = makeGraph(header, columns, new TextDecoder().decode(names));
  const places = readColumns(where).columns;
  showAtlas(graph, places);
}

function showAtlas(graph, where) {
  const canvas = byId("map"), panel = byId("panel"), drawer = byId("drawer"), live = byId("live");
  const view = makeView(graph.layers.findIndex((layer) => layer.name === graph.header.first));
  const atlas = { graph, view, visible: null, sortBy: 3, evidence: makeEvidence(graph, where), say, caption, theme: currentTheme };
  let base = null, drawn = { labels: [], names: [] }, pathFrom = -1, written = "", glide = 0;
  const painter = makePainter(canvas, sceneNow, (what) => { drawn = what; });

  function sceneNow(width, height, moving) {
    const theme = currentTheme();
    return { graph, view, visible: atlas.visible, look: atlas.look, base, camera: view.camera, width, height, theme, moving, zoom: view.camera.k / base.k };
  }
  const scene = () => { const { width, height } = painter.size(); return sceneNow(width, height, false); };

  function measure() {
    painter.resize();
    const { width, height } = painter.size();
    const before = base;
    base = fitBox(boxOf(graph, view.layer), width, height);
    // Who has not moved the map sees all of it on a screen of another size, too.
    const unmoved = before && ["x", "y", "k"].every((part) => view.camera[part] === before[part]);
    if (view.at) view.camera = { x: view.at.x, y: view.at.y, k: view.at.zoom * base.k };
    else if (!view.camera || unmoved) view.camera = { ...base };
    view.at = null;
  }

  function refresh({ panelToo = true, push = true } = {}) {
    const focus = rememberFocus([panel, drawer, byId("list")]);
    atlas.visible = findVisible(graph, view);
    atlas.look = makeLook(graph, view, atlas.visible, currentTheme());
    showCounts();
    if (!drawer.hidden) fillDrawer(atlas, drawer);
    byId("list").hidden = !view.list;
    canvas.hidden = view.list;
    byId("caption").textContent = caption();
    byId("toggle-list").setAttribute("aria-pressed", view.list);
    if (view.list) fillList(atlas, byId("list"));
    if (panelToo) fillPanel();
    fillLegend();
    remember(push);
    focus();
    painter.ask();
  }

  function fillPanel() {
    panel.replaceChildren();
    panel.scrollTop = 0;
    if (view.path.length && !view.edge) showPath(atlas, view.path, panel);
    else if (view.edge) showEdge(atlas, view.edge, panel);
    else if (view.chosen.length > 1) showSeveral(atlas, view.chosen, panel);
    else if (view.chosen.length) showNode(atlas, view.chosen[0], panel);
    else if (view.region >= 0) showRegion(atlas, view.region, panel);
    else showHome(atlas, panel);
  }

  function showCounts() {
    const layer = graph.layers[view.layer], { mask, nodes, edges, hidden, near } = atlas.visible;
    const shown = nodes.filter((node) => mask[node] === 1).length;
    const links = edges.filter((edge) => mask[graph.source[edge]] === 1 && mask[graph.target[edge]] === 1).length;
    const off = hidden.reduce((sum, [, count]) => sum + count, 0);
    const what = near ? `${counted(shown, "node")} within ${counted(view.steps, "step")}`
      : `${shown.toLocaleString("en-US")} of ${counted(layer.total, layer.one, layer.label.toLowerCase())}`;
    const some = `${what}, ${counted(links, "link")}`;
    byId("counts").textContent = off ? `${some}; filters hide ${off.toLocaleString("en-US")}` : some;
    for (const each of document.querySelectorAll("#layers button")) each.setAttribute("aria-pressed", each.dataset.layer === layer.name);
  }

  function fillLegend() {
    const legend = byId("legend"), layer = graph.layers[view.layer];
    legend.replaceChildren();
    const kinds = layer.kinds.map((kind) => graph.header.kinds[kind]);
    const entries = atlas.look.legend.length ? atlas.look.legend : kinds.map((kind) => ["", kind.plural, kind.shape]);
    // Colours say one thing, shapes another: kinds stand beside what colours mean.
    if (atlas.look.legend.length && view.colour !== "kind") entries.push(...kinds.map((kind) => ["", kind.plural, kind.shape]));
    for (const [colour, words, shape = "disc"] of entries) {
      const item = element("span", "", legend, { className: "entry" });
      const mark = element("span", "", item, { className: `shape ${shape}` });
      if (colour) mark.style.background = colour;
      item.append(words);
    }
  }

  function caption() {
    const layer = graph.layers[view.layer];
    const hidden = atlas.visible.hidden.map(([what, count]) => `${count.toLocaleString("en-US")} ${what}`);
    const filtered = hidden.length ? ` Filters hide ${hidden.join(", ")}.` : "";
    const around = view.chosen.map((node) => graph.names[node]).join(", ");
    const shown = atlas.visible.near ? `${byId("counts").textContent} of ${around}.` : layer.caption;
    const look = `Colour: ${COLOURINGS[view.colour]}; size: ${SIZES[view.size]}.`;
    return `${graph.header.title}. ${shown}${filtered} ${look} ${graph.header.drawnBy}`;
  }

  function announce(words) { live.textContent = words; }

  // What has no other trace on the screen is seen for a while, too.
  function say(words) {
    announce(words);
    const toast = byId("toast");
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { toast.hidden = true; }, 5000);
  }

  function remember(push = true) {
    const now = writeAddress(graph, view, base);
    if (now === written) return;
    written = now;
    if (push) location.hash = now; else history.replaceState(null, "", now);
  }

  function move(camera, byHand = false) {
    if (byHand) { cancelAnimationFrame(glide); hover(-1, [0, 0]); }
    view.camera = camera;
    painter.ask(true);
    clearTimeout(move.timer);
    move.timer = setTimeout(() => remember(false), 400);
  }

  function fly(to) {
    const from = { ...view.camera }, begin = performance.now();
    cancelAnimationFrame(glide);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return move(to);
    const step = (now) => {
      const share = clamp((now - begin) / GLIDE, 0, 1);
      move(between(from, to, share));
      if (share < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  function flyToNodes(nodes, closest) {
    const placed = nodes.filter((node) => isPlaced(graph, node));
    if (!placed.length) return;
    const xs = placed.map((node) => graph.x[node]), ys = placed.map((node) => graph.y[node]);
    const box = [least(xs), least(ys), most(xs), most(ys)];
    const { width, height } = painter.size();
    const fitted = fitBox(box, width, height);
    const farthest = Math.max(view.camera.k, base.k * closest);
    fly({ ...fitted, k: placed.length > 1 ? Math.min(fitted.k, base.k * 6) : farthest });
  }

  const clear = () => {
    endPath();
    hover(-1, [0, 0]);
    Object.assign(view, { chosen: [], edge: null, region: -1, path: [], steps: 0 });
  };

  function endPath() {
    pathFrom = -1;
    byId("find").placeholder = FIND;
  }
  const actions = atlas.actions = {
    choose(node, event) {
      if (pathFrom >= 0) return actions.openPath(pathFrom, node);
      if (event && (event.ctrlKey || event.metaKey || event.shiftKey) && view.chosen.length) return actions.toggle(node);
      const { steps } = view;
      clear();
      view.chosen = [node];
      if (steps) view.steps = steps;
      else if (isPlaced(graph, node)) actions.switchLayer(graph.layerOf[node]);
      announce(`${graph.names[node]}, ${kindOf(graph, node).name}, ${counted(graph.works[node], "work")}`);
      refresh();
      if (isPlaced(graph, node) && !isInMiddle(node)) flyToNodes([node], graph.tier[node] === 1 ? 3.2 : 2);
    },
    toggle(node) {
      const { chosen } = view;
      const next = chosen.includes(node) ? chosen.filter((other) => other !== node) : [...chosen, node];
      clear();
      view.chosen = next;
      refresh();
    },
    openEdge(a, b) {
      Object.assign(view, { chosen: [a, b], edge: [a, b], region: -1 });
      announce(`Why ${graph.names[a]} and ${graph.names[b]}`);
      refresh();
    },
    goBetween(a, b) { flyToNodes([a, b], 1); },
    openRegion(region) {
      clear();
      view.region = region;
      announce(`Region ${graph.header.regions[region].names.join(", ")}`);
      refresh();
    },
    zoomTo(region) {
      const rings = graph.header.regions[region].borders.flat();
      const xs = rings.filter((_, i) => i % 2 === 0), ys = rings.filter((_, i) => i % 2).map((y) => -y);
      if (!xs.length) return;
      const { width, height } = painter.size();
      fly(fitBox([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], width, height));
    },
    home() { clear(); refresh(); },
    backToPath() { Object.assign(view, { edge: null, chosen: [] }); refresh(); },
    setSteps(steps) {
      view.steps = view.chosen.length ? steps : 0;
      announce(steps ? `Only what is ${counted(steps, "step")} away` : "All of the layer");
      refresh();
      if (view.steps) flyToNodes([...atlas.visible.nodes], 1);
    },
    askPath(node) {
      pathFrom = node;
      say("Choose where the path leads: search, or click a node");
      searchBox.focus(`Path from ${graph.names[node]} to …`);
    },
    openPath(from, to) {
      endPath();
      const path = findPath(graph, from, to);
      if (path.length < 2) return say(`No path leads from ${graph.names[from]} to ${graph.names[to]}`);
      clear();
      view.path = path;
      say(`Path of ${counted(path.length - 1, "step")}`);
      refresh();
      flyToNodes(path, 2);
    },
    setFilter(change) { view.filters = { ...view.filters, ...change }; refresh({ panelToo: view.region >= 0 }); announce(byId("counts").textContent); },
    setLook(change) { Object.assign(view, change); refresh({ panelToo: false }); },
    switchLayer(layer) {
      if (layer === view.layer) return;
      view.layer = layer;
      view.filters = { ...view.filters, kinds: [] };
    },
    setLayer(layer) {
      const { region, chosen } = view;
      clear();
      Object.assign(view, { region, chosen });
      actions.switchLayer(layer);
      refresh();
      announce(byId("counts").textContent);
    },
    async takeHome(name) {
      const { width, height } = painter.size(), make = { ...scene(), width, height };
      const file = `${graph.layers[view.layer].name}.${{ nodes: "nodes.csv", edges: "edges.csv" }[name] ?? name}`;
      if (name === "png") save(file, await asPng(atlas, make), "image/png");
      if (name === "svg") save(file, asSvg(atlas, make), "image/svg+xml");
      if (name === "nodes") save(file, nodesAsCsv(atlas), "text/csv");
      if (name === "edges") save(file, edgesAsCsv(atlas), "text/csv");
      if (name === "gexf") save(file, asGexf(atlas), "application/xml");
      say(`Saved ${file}`);
    },
    copyLink() { remember(); copy(location.href, say); },
    copyCommand() {
      const layer = graph.layers[view.layer], { works, weight } = view.filters;
      const limits = `${works > 1 ? ` --min-documents ${works}` : ""}${weight > 1 ? ` --min-weight ${weight}` : ""}`;
      const { years, region, kinds, component } = view.filters;
      const more = years || region >= 0 || kinds.length || component ? " (the command knows works and links; other filters are the page's)" : "";
      copy(`kg export --format gexf --network ${layer.name}${limits}`, (words) => say(words + more));
    },
  };

  function isInMiddle(node) {
    const { width, height } = painter.size();
    return view.camera.k >= base.k * (graph.tier[node] === 1 ? 3 : 1) && Math.abs(graph.x[node] - view.camera.x) * view.camera.k < width * 0.42
      && Math.abs(graph.y[node] - view.camera.y) * view.camera.k < height * 0.42;
  }

  function hover(node, at) {
    canvas.style.cursor = node >= 0 ? "pointer" : "grab";
    const card = byId("card");
    if (node === view.hover) return;
    view.hover = node;
    card.hidden = node < 0;
    if (node >= 0) {
      card.replaceChildren();
      element("b", graph.names[node], card);
      element("div", [kindOf(graph, node).name, counted(graph.works[node], "work"), yearsOf(graph, node)].filter(Boolean).join(" · "), card);
      const near = neighboursOf(graph, node).slice(0, 3).map((other) => graph.names[other]);
      if (near.length) element("div", `With ${near.join(", ")}`, card);
      const { width, height } = painter.size();
      card.style.left = `${Math.min(at[0] + 14, width - 270)}px`;
      card.style.top = `${Math.min(at[1] + 14, height - 90)}px`;
    }
    painter.ask();
  }

  const toggleDrawer = () => {
    drawer.hidden = !drawer.hidden;
    byId("toggle-drawer").setAttribute("aria-expanded", String(!drawer.hidden));
    if (drawer.hidden) byId("toggle-drawer").focus();
    else { fillDrawer(atlas, drawer); drawer.querySelector("input, select, button").focus(); }
  };
  const toggleHelp = () => {
    byId("help").hidden = !byId("help").hidden;
    byId(byId("help").hidden ? "toggle-help" : "close-help").focus();
  };
  const toggleList = () => {
    const onMap = document.activeElement === canvas || document.activeElement === byId("list");
    hover(-1, [0, 0]);
    view.list = !view.list;
    refresh({ panelToo: false });
    if (onMap) (view.list ? byId("list") : canvas).focus();
  };
  const map = {
    scene, hover, clear: actions.home, choose: actions.choose, openEdge: actions.openEdge, openRegion: actions.openRegion,
    drag(dx, dy) { move({ ...view.camera, x: view.camera.x - dx / view.camera.k, y: view.camera.y - dy / view.camera.k }, true); },
    lines: () => drawn.lines,
    zoom(at, factor) {
      const { width, height } = painter.size();
      move(zoomAt(view.camera, base, at ?? [width / 2, height / 2], factor, width, height), true);
    },
    labelAt: ([px, py]) => [...drawn.labels, ...drawn.names].find(({ x, y, width, height }) => px >= x && px <= x + width && py >= y && py <= y + height),
    marked: () => (view.hover >= 0 ? view.hover : view.chosen.at(-1) ?? -1),
    mark(node) {
      if (node < 0) return;
      const { width, height } = painter.size();
      hover(node, [(graph.x[node] - view.camera.x) * view.camera.k + width / 2, (graph.y[node] - view.camera.y) * view.camera.k + height / 2]);
      announce(`${graph.names[node]}, ${kindOf(graph, node).name}, ${counted(graph.works[node], "work")}. Enter opens it.`);
    },
    steps: (steps) => actions.setSteps(view.steps === steps ? 0 : steps),
    whole: () => fly({ ...base }),
    focusSearch() { endPath(); searchBox.focus(FIND); },
    toggleHelp, toggleList, toggleDrawer,
    savePicture: () => actions.takeHome("png"),
    back() {
      endPath();
      if (!byId("help").hidden) return toggleHelp();
      if (!drawer.hidden) return toggleDrawer();
      if (view.steps) return actions.setSteps(0);
      if (view.edge) return view.path.length ? actions.backToPath() : actions.choose(view.edge[0]);
      return actions.home();
    },
  };

  graph.layers.forEach((layer, i) => {
    if (!layer.total) return;
    button(`${layer.label} ${layer.total.toLocaleString("en-US")}`, byId("layers"), () => actions.setLayer(i), { "data-layer": layer.name });
  });
  const help = byId("help-keys");
  for (const [key, what] of HELP) { element("dt", key, help); element("dd", what, help); }
  byId("toggle-list").addEventListener("click", toggleList);
  byId("toggle-drawer").addEventListener("click", toggleDrawer);
  byId("toggle-help").addEventListener("click", toggleHelp);
  byId("close-help").addEventListener("click", toggleHelp);
  const searchBox = makeSearchBox(graph, () => makeIndex(graph), (node) => actions.choose(node), () => { endPath(); canvas.focus(); });
  listenToPointer(canvas, map);
  listenToKeys(canvas, map);
  readAddress(graph, view, location.hash);
  measure();
  // The map first: the panel beside it can wait for a picture.
  refresh({ panelToo: false, push: false });
  measure(); // the caption takes its lines from the map
  requestAnimationFrame(() => setTimeout(fillPanel));
  new ResizeObserver(() => { if (!canvas.hidden && painter.isStale()) { measure(); painter.ask(); } }).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => refresh());
  window.addEventListener("hashchange", () => {
    if (location.hash === written || `#${new URLSearchParams(location.hash.slice(1))}` === written) return;
    written = location.hash;
    readAddress(graph, view, location.hash);
    measure();
    refresh({ push: false });
  });
  document.body.dataset.ready = "true";
  window.atlas = { ...atlas, painter, scene, drawn: () => drawn, get visible() { return atlas.visible; } };
}

const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

function boxOf(graph, layer) {
  const rings = graph.header.regions.flatMap((region) => region.borders);
  const xs = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 0)), ys = rings.flatMap((ring) => ring.filter((_, i) => i % 2).map((y) => -y));
  for (const node of graph.layers[layer].nodes) {
    if (graph.tier[node] === 0) { xs.push(graph.x[node]); ys.push(graph.y[node]); }
  }
  return xs.length ? [least(xs), least(ys), most(xs), most(ys)] : [0, 0, 1, 1];
}

openAtlas().catch((error) => {
  document.getElementById("live").textContent = `This page cannot be read: ${error.message}`;
});
