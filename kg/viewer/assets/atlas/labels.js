// Labels that never overlap: a grid of cells remembers what is covered.

export const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';

const CELL_X = 8, CELL_Y = 6; // pixels

/** Return a grid that hands out room on a screen of this size. */
export function labelGrid(width, height) {
  const columns = Math.ceil(width / CELL_X), rows = Math.ceil(height / CELL_Y);
  const used = new Uint8Array(columns * rows);
  const cells = (x, y, w, h) => [
    Math.max(0, Math.floor(x / CELL_X)), Math.min(columns - 1, Math.floor((x + w) / CELL_X)),
    Math.max(0, Math.floor(y / CELL_Y)), Math.min(rows - 1, Math.floor((y + h) / CELL_Y)),
  ];
  const cover = (x, y, w, h) => {
    const [left, right, top, bottom] = cells(x, y, w, h);
    for (let row = top; row <= bottom; row++) used.fill(1, row * columns + left, row * columns + right + 1);
  };
  return {
    cover,
    /** Cover a box and return true, if it is on the screen and free. */
    take(x, y, w, h) {
      if (x < 0 || y < 0 || x + w > width || y + h > height) return false;
      const [left, right, top, bottom] = cells(x, y, w, h);
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) if (used[row * columns + column]) return false;
      }
      cover(x, y, w, h);
      return true;
    },
  };
}

/** Return the four places of a label around a disc: below, above, right, left. */
export function placesAround(x, y, radius, width, size) {
  return [
    [x - width / 2, y + radius + size * 0.6],
    [x - width / 2, y - radius - size * 0.6],
    [x + radius + 2, y],
    [x - radius - 2 - width, y],
  ];
}

const context = document.createElement("canvas").getContext("2d");
const known = new Map(); // widths of words measured so far

/** Return the width of words in pixels a pixel of size. */
export function measure(words, bold = false) {
  const key = bold ? `\0${words}` : words;
  if (!known.has(key)) {
    context.font = `${bold ? "bold " : ""}100px ${FONT}`;
    known.set(key, context.measureText(words).width / 100);
  }
  return known.get(key);
}
