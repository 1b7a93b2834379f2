// Search of every node by name and alias, also of those that the map does not show.

import { fold } from "./words.js";
import { prominence } from "./graph.js";

const MOST_LOOKED_AT = 4000;

/** Return what search looks through: all names, folded, in one string, a line a node. */
export function makeIndex(graph) {
  const lines = graph.names.map((name, node) => fold([name, ...graph.aliases[node]].join("\t")));
  const start = new Uint32Array(lines.length);
  let at = 1;
  lines.forEach((line, node) => { start[node] = at; at += line.length + 1; });
  return { text: `\n${lines.join("\n")}\n`, start };
}

/**
 * Return the nodes whose names have the words asked for, best first.
 *
 * A whole name comes before the beginning of one, that before the beginning of a word,
 * and that before anything else; among equals, what stands out most.
 */
export function search(graph, index, asked, most = 9) {
  const words = fold(asked).trim().replace(/[\s,;]+/g, " ");
  if (!words) return [];
  const found = rank(graph, gradesOf(index, words), most);
  const parts = words.split(" ");
  if (found.length || parts.length < 2) return found;
  // "Bengio Yoshua": the same words in another order.
  const [longest] = [...parts].sort((a, b) => b.length - a.length);
  const grades = [...gradesOf(index, longest)].filter(([node]) => {
    const line = index.text.slice(index.start[node], index.text.indexOf("\n", index.start[node]));
    return parts.every((part) => line.includes(part));
  });
  return rank(graph, grades, most);
}

// How well each node's names have the words: 0 for a whole name to 3 for within a word.
function gradesOf(index, words) {
  const best = new Map();
  let at = index.text.indexOf(words), looked = 0;
  while (at >= 0 && looked++ < MOST_LOOKED_AT) {
    const node = lineAt(index.start, at);
    const grade = gradeOf(index.text, at, words.length);
    if (!(best.get(node) <= grade)) best.set(node, grade);
    at = index.text.indexOf(words, at + 1);
  }
  return best;
}

function rank(graph, grades, most) {
  return [...grades]
    .sort(([a, one], [b, two]) => one - two || prominence(graph, b) - prominence(graph, a) || a - b)
    .slice(0, most)
    .map(([node]) => node);
}

function gradeOf(text, at, length) {
  const before = text[at - 1], behind = text[at + length];
  const begins = before === "\n" || before === "\t";
  if (begins && (behind === "\n" || behind === "\t")) return 0;
  if (begins) return 1;
  return /[\p{L}\p{N}]/u.test(before) ? 3 : 2;
}

function lineAt(start, at) {
  let low = 0, high = start.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start[middle] <= at) low = middle; else high = middle - 1;
  }
  return low;
}
