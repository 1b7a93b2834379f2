// What a map is drawn on: a canvas, or SVG. Both take paths and text in the same words.

/** Return a surface that draws on a canvas of so many device pixels a pixel. */
export function canvasSurface(context, ratio) {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = "round";
  return {
    path: () => new Path2D(),
    clear(colour, width, height) {
      context.globalAlpha = 1;
      context.fillStyle = colour;
      context.fillRect(0, 0, width, height);
    },
    fill(path, colour, alpha = 1) {
      context.globalAlpha = alpha;
      context.fillStyle = colour;
      context.fill(path);
    },
    stroke(path, colour, width, alpha = 1) {
      context.globalAlpha = alpha;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.lineCap = width > 2 ? "round" : "butt";
      context.stroke(path);
    },
    text(words, x, y, { font, size, colour, halo, align = "left", bold = false }) {
      context.globalAlpha = 1;
      context.font = `${bold ? "bold " : ""}${size}px ${font}`;
      context.textAlign = align;
      context.textBaseline = "middle";
      context.strokeStyle = halo;
      context.lineWidth = 3;
      context.strokeText(words, x, y);
      context.fillStyle = colour;
      context.fillText(words, x, y);
    },
  };
}

/** Return a surface that collects SVG elements; `markup` gives them in a document. */
export function svgSurface() {
  const parts = [];
  const put = (markup) => parts.push(markup);
  return {
    path: svgPath,
    clear(colour, width, height) { put(`<rect width="${width}" height="${height}" fill="${colour}"/>`); },
    fill(path, colour, alpha = 1) {
      if (path.d.length) put(`<path d="${path.d.join("")}" fill="${colour}" fill-opacity="${alpha}"/>`);
    },
    stroke(path, colour, width, alpha = 1) {
      if (path.d.length) {
        put(`<path d="${path.d.join("")}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${alpha}" stroke-linejoin="round"/>`);
      }
    },
    text(words, x, y, { font, size, colour, halo, align = "left", bold = false }) {
      const anchor = { left: "start", center: "middle", right: "end" }[align];
      put(`<text x="${x.toFixed(1)}" y="${(y + size * 0.35).toFixed(1)}" font-family="${escapeXml(font)}" font-size="${size}"`
        + ` fill="${colour}" stroke="${halo}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`
        + ` text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ""}>${escapeXml(words)}</text>`);
    },
    markup(width, height, title) {
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n`
        + `<title>${escapeXml(title)}</title>\n${parts.join("\n")}\n</svg>\n`;
    },
  };
}

function svgPath() {
  const d = [], n = (value) => value.toFixed(1);
  return {
    d,
    moveTo(x, y) { d.push(`M${n(x)} ${n(y)}`); },
    lineTo(x, y) { d.push(`L${n(x)} ${n(y)}`); },
    closePath() { d.push("Z"); },
    arc(x, y, r) {
      d.push(`M${n(x + r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)}Z`);
    },
  };
}

/** Return a text for XML: markup escaped, and no character that XML refuses. */
export function escapeXml(text) {
  return [...String(text)].filter((letter) => {
    const code = letter.codePointAt(0);
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
    return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
  }).join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
