// Data of the page: blocks of deflated bytes, in the page or asked of `kg view --serve`.

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array };

/** Return the bytes of a block, by its name. */
export async function openBlock(name) {
  const packed = document.getElementById(`block-${name}`);
  const bytes = packed ? fromBase64(packed.textContent) : await askFor(name);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

async function askFor(name) {
  const answer = await fetch(`blocks/${name}`);
  if (!answer.ok) throw new Error(`block ${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function fromBase64(letters) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(letters);
  const text = atob(letters);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Return the header of a block of columns, with the columns as typed arrays by name. */
export function readColumns(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const columns = {};
  let at = 4 + length;
  for (const [name, type, size] of header.columns) {
    const column = new TYPES[type](bytes.buffer, at, size);
    columns[name] = column;
    at += Math.ceil(column.byteLength / 4) * 4;
  }
  return { header, columns };
}
