// Words of the page: numbers with their nouns, and text folded for search.

/** Return "1 work", "2,345 works". */
export function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

// Letters that no decomposition turns into plain ones.
const PLAIN = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/** Return a text as search compares it: no case, no accents. */
export function fold(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[łøđðþßæœı]/g, (letter) => PLAIN[letter]);
}

/** Return a name cut to a length, for drawing. */
export function shorten(name, most = 40) {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : name;
}

/** Return a word quoted for a shell, where it needs that. */
export function quoted(word) {
  return /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Return a value as a cell of CSV that no spreadsheet takes for a formula. */
export function csvCell(value) {
  const text = String(value).replace(/[\r\n\t]+/g, " ");
  const safe = typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
