// The page: reads its data, and joins map, panel, search, keys and address.

import { readAddress, writeAddress } from "./address.js";
import { openBlock, readColumns } from "./blocks.js";
import { fitBox, toScreen, zoomAt } from "./camera.js";
import { currentTheme } from "./colours.js";
import { button, copy, element, rememberFocus, save } from "./dom.js";
import { makeLook } from "./draw.js";
import { fillDrawer } from "./drawer.js";
import { makeEvidence } from "./evidence.js";
import { findVisible } from "./filters.js";
import { boxOfLayer, makeFlight } from "./flight.js";
import { NEAR, describeNode, isPlaced, makeGraph } from "./graph.js";
import { showCard } from "./hover_card.js";
import { HELP, listenToKeys } from "./keyboard.js";
import { fillList } from "./list.js";
import { makePainter } from "./motion.js";
import { showEdge, showPath, showSeveral } from "./panel_edge.js";
import { showNode } from "./panel_node.js";
import { showHome, showRegion } from "./panel_region.js";
import { listenToPointer } from "./pointer.js";
import { makeIndex } from "./search.js";
import { makeSearchBox } from "./search_box.js";
import { announce, captionOf, countsShown, fillLegend, say, showCounts } from "./status.js";
import { FILES } from "./take_home.js";
import { makeView } from "./view.js";
import { findPath } from "./walks.js";
import { counted } from "./words.js";

const FIND = "Find …   /";
const byId = (id) => document.getElementById(id);

/** Read the data of the page and show it. */
async function openAtlas() {
  const [map, names, where] = await Promise.all(["map", "names", "where"].map(openBlock));
  const { header, columns } = readColumns(map);
  const graph = makeGraph(header, columns, new TextDecoder().decode(names));
  const places = readColumns(where).columns;
  showAtlas(graph, places);
}

function showAtlas(graph, where) {
  const canvas = byId("map"), panel = byId("panel"), drawer = byId("drawer");
  const view = makeView(graph.layers.findIndex((layer) => layer.name === graph.header.first));
  const atlas = { graph, view, visible: null, look: null, sortBy: 3, evidence: makeEvidence(graph, where), say, caption: () => captionOf(atlas), theme: currentTheme };
  let base = null, drawn = { labels: [], names: [] }, pathFrom = -1, written = "";
  const painter = makePainter(canvas, sceneNow, (what) => { drawn = what; });
  const flight = makeFlight(graph, view, painter, () => base, () => remember(false));

  function sceneNow(width, height, moving) {
    const theme = currentTheme();
    return { graph, view, visible: atlas.visible, look: atlas.look, base, camera: view.camera, width, height, theme, moving, zoom: view.camera.k / base.k };
  }
  const scene = () => { const { width, height } = painter.size(); return sceneNow(width, height, false); };

  function measure() {
    painter.resize();
    const { width, height } = painter.size();
    const before = base;
    base = fitBox(boxOfLayer(graph, view.layer), width, height);
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
    showCounts(atlas);
    if (!drawer.hidden) fillDrawer(atlas, drawer);
    byId("list").hidden = !view.list;
    canvas.hidden = view.list;
    byId("caption").textContent = atlas.caption();
    byId("toggle-list").setAttribute("aria-pressed", view.list);
    if (view.list) fillList(atlas, byId("list"));
    if (panelToo) fillPanel();
    fillLegend(atlas);
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

  function remember(push = true) {
    const now = writeAddress(graph, view, base);
    if (now === written) return;
    written = now;
    if (push) location.hash = now; else history.replaceState(null, "", now);
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
      announce(describeNode(graph, node));
      refresh();
      if (isPlaced(graph, node) && !flight.isInMiddle(node)) flight.toNodes([node], graph.tier[node] === NEAR ? 3.2 : 2);
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
    goBetween(a, b) { flight.toNodes([a, b], 1); },
    openRegion(region) {
      clear();
      view.region = region;
      announce(`Region ${graph.header.regions[region].names.join(", ")}`);
      refresh();
    },
    zoomTo: flight.toRegion,
    home() { clear(); refresh(); },
    backToPath() { Object.assign(view, { edge: null, chosen: [] }); refresh(); },
    setSteps(steps) {
      view.steps = view.chosen.length ? steps : 0;
      announce(steps ? `Only what is ${counted(steps, "step")} away` : "All of the layer");
      refresh();
      if (view.steps) flight.toNodes([...atlas.visible.nodes], 1);
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
      flight.toNodes(path, 2);
    },
    setFilter(change) { view.filters = { ...view.filters, ...change }; refresh({ panelToo: view.region >= 0 }); announce(countsShown()); },
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
      announce(countsShown());
    },
    async takeHome(name) {
      const { make, ending, type } = FILES[name];
      const file = `${graph.layers[view.layer].name}.${ending}`;
      save(file, await make(atlas, scene()), type);
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

  function hover(node, at) {
    canvas.style.cursor = node >= 0 ? "pointer" : "grab";
    if (node === view.hover) return;
    view.hover = node;
    showCard(graph, node, at, painter.size());
    painter.ask();
  }

  function moveByHand(camera) {
    flight.stop();
    hover(-1, [0, 0]);
    flight.move(camera);
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
    drag(dx, dy) { moveByHand({ ...view.camera, x: view.camera.x - dx / view.camera.k, y: view.camera.y - dy / view.camera.k }); },
    lines: () => drawn.lines,
    zoom(at, factor) {
      const { width, height } = painter.size();
      moveByHand(zoomAt(view.camera, base, at ?? [width / 2, height / 2], factor, width, height));
    },
    labelAt: ([px, py]) => [...drawn.labels, ...drawn.names].find(({ x, y, width, height }) => px >= x && px <= x + width && py >= y && py <= y + height),
    marked: () => (view.hover >= 0 ? view.hover : view.chosen.at(-1) ?? -1),
    mark(node) {
      if (node < 0) return;
      const { width, height } = painter.size();
      hover(node, toScreen(view.camera, graph.x[node], graph.y[node], width, height));
      announce(`${describeNode(graph, node)}. Enter opens it.`);
    },
    steps: (steps) => actions.setSteps(view.steps === steps ? 0 : steps),
    whole: () => flight.fly({ ...base }),
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

openAtlas().catch((error) => {
  document.getElementById("live").textContent = `This page cannot be read: ${error.message}`;
});
