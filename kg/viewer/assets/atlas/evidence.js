// Where it is said: documents and their sentences, read block by block when asked for.

import { openBlock } from "./blocks.js";
import { edgesBetween, edgeKindOf } from "./graph.js";

/** The part that each end of an edge has in a work, where the kind of edge asks for one. */
const ROLES = {
  coauthor: ["author", "author"], collaboration: ["", ""], authorship: ["author", ""],
  studies: ["author", "about"], about: ["", "about"], uses: ["", "uses"],
  mentions: ["", "mentioned"], cites: ["", "cited"],
};

/** Return what answers where things are said. */
export function makeEvidence(graph, where) {
  const { perBlock } = graph.header.texts;
  const blocks = new Map();
  const load = (block) => {
    if (!blocks.has(block)) {
      blocks.set(block, openBlock(`texts-${block}`).then((bytes) => JSON.parse(new TextDecoder().decode(bytes))));
    }
    return blocks.get(block);
  };

  /** Return a document: { number, work, title, year, place, passages }. */
  async function documentOf(number) {
    if (graph.header.texts.kept === "none") return null;
    const rows = await load(Math.floor(number / perBlock));
    const [work, title, year, place, passages] = rows[number % perBlock];
    return { number, work, title, year, place, passages: passages.map(readPassage) };
  }

  /** Return the numbers of the documents that speak of a node, or are records of it. */
  function documentsOf(node) {
    return where.document.subarray(where.start[node], where.start[node + 1]);
  }

  /** Return the documents of works that have both nodes, in the order of documents. */
  function documentsOfBoth(a, b) {
    const [ofA, ofB] = [a, b].map((node) => new Set([...documentsOf(node)].map((number) => where.work[number])));
    const shared = new Set([...ofA].filter((work) => ofB.has(work)));
    const all = new Set([...documentsOf(a), ...documentsOf(b)]);
    return [...all].filter((number) => shared.has(where.work[number])).sort((x, y) => x - y);
  }

  /** Return the works that have both nodes, as numbers of nodes. */
  function worksOfBoth(a, b) {
    return [...new Set(documentsOfBoth(a, b).map((number) => where.work[number]))];
  }

  /** Tell whether a node is in a work of these years. */
  graph.hasWorkOf = (node, first, last) => documentsOf(node).some((number) => where.year[number] >= first && where.year[number] <= last);
  return { documentOf, documentsOf, documentsOfBoth, worksOfBoth };
}

function readPassage([line, field, text, flat]) {
  const marks = [];
  for (let i = 0; i < flat.length; i += 4) {
    marks.push({ start: flat[i], end: flat[i] + flat[i + 1], node: flat[i + 2], role: flat[i + 3] });
  }
  return { line, field, text, marks };
}

/**
 * Return the passages of a document that say something of some nodes, best first.
 *
 * Those with most of the nodes come first, then those in which a node has the part that
 * `wanted` asks for, then by place; as many as show each node once, two at least.
 */
export function quotesOf(document, nodes, roles, wanted = []) {
  const found = document.passages.map((passage, at) => {
    const marks = passage.marks.filter((mark) => nodes.includes(mark.node));
    const seen = new Set(marks.map((mark) => mark.node));
    const fits = marks.some((mark) => wanted.includes(roles[mark.role]));
    return { passage, at, marks, seen, score: seen.size * 2 + (fits ? 1 : 0) };
  }).filter(({ marks }) => marks.length);
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  if (!found.length || found[0].seen.size === nodes.length) return found.slice(0, 2);
  const kept = [], covered = new Set();
  for (const quote of found) {
    if ([...quote.seen].some((node) => !covered.has(node))) {
      kept.push(quote);
      quote.seen.forEach((node) => covered.add(node));
    }
  }
  return kept;
}

/** Return the parts that the edges of two nodes ask of them: ["author", "about"]. */
export function rolesBetween(graph, a, b) {
  return edgesBetween(graph, a, b).flatMap((edge) => ROLES[edgeKindOf(graph, edge).name] ?? []).filter(Boolean);
}
