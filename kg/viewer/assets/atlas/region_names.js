// Names of regions, where there is room for them: near their border, on no other's land.

import { toScreen } from "./camera.js";
import { regionColours } from "./colours.js";
import { FONT, measure } from "./labels.js";
import { shorten } from "./words.js";

const SUB_NAMES = 2.5, NO_NAMES = 6; // zoom from which sub-regions have names, and nothing has
const SMALLEST_NAME = 11.5;

/**
 * Draw the names of regions, or of sub-regions where one looks closer; return them as
 * [{ region, x, y, width, height }].
 */
export function drawRegionNames(surface, frame, grid) {
  const { graph, view, zoom, theme } = frame;
  const drawn = [];
  if (zoom >= NO_NAMES || frame.visible.near) return drawn;
  const finer = zoom >= SUB_NAMES && view.layer === frame.ground;
  const rows = finer ? graph.header.subregions : graph.header.regions.map((row, region) => ({ ...row, region }));
  const rings = frame.moving ? [] : screenRings(frame);
  const size = Math.min(15, SMALLEST_NAME + 1.5 * (zoom - 1)) - (finer ? 1.5 : 0);
  for (const { names, region, centre, borders = [] } of rows) {
    const lines = names.slice(0, 2).map((name) => shorten(name, 34).toUpperCase());
    // Both names, or where there is no room for two the first.
    for (const some of lines.length > 1 ? [lines, lines.slice(0, 1)] : [lines]) {
      const wide = Math.max(...some.map((line) => measure(line, true))) * size, high = some.length * (size + 1.5);
      const others = rings.filter((ring) => ring.region !== region).map((ring) => ring.points);
      const at = some.length && placeName(frame, grid, others, centre, borders, wide, high);
      if (!at) continue;
      const colour = regionColours(graph, region, theme)[1];
      some.forEach((line, i) => {
        surface.text(line, at[0], at[1] + (size + 1.5) * (i + 0.5), { font: FONT, size, colour, halo: theme.halo, align: "center", bold: true });
      });
      drawn.push({ region, x: at[0] - wide / 2, y: at[1], width: wide, height: high });
      break;
    }
  }
  return drawn;
}

function screenRings({ graph, camera, width, height }) {
  return graph.header.regions.flatMap(({ borders }, region) => borders.map((ring) => {
    const points = [];
    for (let i = 0; i < ring.length; i += 2) points.push(toScreen(camera, ring[i], -ring[i + 1], width, height));
    return { region, points };
  }));
}

// Above the highest point of the border, beside it, below, or in the middle.
function placeName({ camera, width, height }, grid, others, centre, borders, wide, high) {
  const [cx, cy] = toScreen(camera, centre[0], -centre[1], width, height);
  const ends = borders.length ? endsOf(borders[0], camera, width, height) : { top: [cx, cy], bottom: [cx, cy] };
  const { top: [tx, ty], bottom: [bx, by] } = ends;
  const choices = [
    [tx, ty - high - 2], [cx, ty - high - 2], [tx - wide / 3, ty - high - 1], [tx + wide / 3, ty - high - 1],
    [bx, by + 3], [cx, ty + 3], [cx, cy - high / 2],
  ];
  // Rather on no region of another name; never far from where it belongs.
  const free = ([x, y]) => !others.some((ring) => isInside(ring, x, y + high / 2));
  for (const [x, y] of [...choices.filter(free), ...choices.filter((place) => !free(place))]) {
    const held = Math.min(Math.max(x, wide / 2 + 1), width - wide / 2 - 1);
    if (Math.abs(held - x) < wide * 0.4 && grid.take(held - wide / 2, y, wide, high)) return [held, y];
  }
  return null;
}

// Even-odd rule (Shimrat 1962).
function isInside(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function endsOf(ring, camera, width, height) {
  let top = 0, bottom = 0;
  for (let i = 0; i < ring.length; i += 2) {
    if (ring[i + 1] > ring[top + 1]) top = i;
    if (ring[i + 1] < ring[bottom + 1]) bottom = i;
  }
  const at = (i) => toScreen(camera, ring[i], -ring[i + 1], width, height);
  return { top: at(top), bottom: at(bottom) };
}
