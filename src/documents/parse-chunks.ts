import type { List, Nodes, Root, RootContent, Table, TableRow } from "mdast";
import { fromMarkdown, type Token } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { parsePlain } from "./parse-plain.ts";
import { splitChunks, type Chunk } from "./split-chunks.ts";

/**
 * Markdown with tables, task lists, strikethrough and front matter. Autolink literals are left out: their nodes have
 * no positions, and no claim rests on them.
 */
const extensions = once(() => [gfmTable(), gfmTaskListItem(), gfmStrikethrough()]);
const mdastExtensions = once(() => [
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
]);

/** Made when the first document is not plain: the bundle loads the parser no earlier. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

export interface Point {
  line: number;
  readonly column: number;
}

/** What the parser read. Lines count from 1 in the whole text; offsets of the nodes do not. */
export interface ParsedMarkdown {
  readonly root: Root;
  /** Where each `> ` begins and ends. The tree does not say it, and a `>` at the start of a line may be a word. */
  readonly quotes: readonly (readonly [start: Point, end: Point])[];
  /** Where the fences of code blocks begin. */
  readonly fences: readonly Point[];
}

interface ParsedChunk extends ParsedMarkdown {
  /** How many lines stood before it when it was used last. */
  lines: number;
  /** The call in which it was used last. */
  call: number;
}

/** Chunks that were read before, by their text: the next commit, and the next save, has most of them again. */
const known = new Map<string, ParsedChunk>();
/** So many characters are remembered. */
const mostKnown = 4_000_000;
let knownSize = 0;
/** So many documents were parsed: a chunk stands in a document once, or it could not be moved to where it stands. */
let calls = 0;

/**
 * Parses Markdown chunk by chunk, or at once where it is plain and no chunk is to be remembered. The result is the parser's own, as if it had read the whole, and holds until the next call:
 * chunks that come up again are moved to where they stand then.
 */
export function parseChunks(text: string, { isRemembered }: { readonly isRemembered: boolean }): ParsedMarkdown {
  const plain = isRemembered ? undefined : parsePlain(text);
  if (plain !== undefined) return { root: { type: "root", children: plain }, quotes: [], fences: [] };
  const chunks = splitChunks(text);
  calls += 1;
  const parsed = chunks.map((chunk, index) => {
    const whole = chunk.header === "" ? chunk.text : chunk.header + chunk.text;
    const result = isRemembered ? remembered(whole, index === 0) : parse(whole, index === 0);
    // The two lines of a header stand somewhere else.
    return moved(result, chunk.header === "" ? chunk.lines : chunk.lines - 2);
  });
  const children = join(chunks, parsed);
  if (children === undefined) return parse(text, true);
  return {
    root: { type: "root", children },
    quotes: parsed.flatMap((one) => one.quotes),
    fences: parsed.flatMap((one) => one.fences),
  };
}

function remembered(text: string, first: boolean): ParsedChunk {
  // Only the first chunk may begin with front matter.
  const key = first ? `\0${text}` : text;
  const found = known.get(key);
  if (found?.call === calls) return parse(text, first);
  if (found !== undefined) {
    found.call = calls;
    return found;
  }
  const parsed = parse(text, first);
  if (knownSize > mostKnown) {
    known.clear();
    knownSize = 0;
  }
  known.set(key, parsed);
  knownSize += text.length;
  return parsed;
}

function parse(text: string, first: boolean): ParsedChunk {
  const plain = parsePlain(text);
  if (plain !== undefined)
    return { root: { type: "root", children: plain }, quotes: [], fences: [], lines: 0, call: calls };
  const quotes: [Point, Point][] = [];
  const fences: Point[] = [];
  const point = ({ line, column }: Point): Point => ({ line, column });
  const enter = {
    blockQuotePrefix: ({ start, end }: Token): void => void quotes.push([point(start), point(end)]),
    codeFencedFence: ({ start }: Token): void => void fences.push(point(start)),
  };
  const root = fromMarkdown(text, {
    extensions: first ? [frontmatter(["yaml"]), ...extensions()] : extensions(),
    mdastExtensions: [...(first ? [frontmatterFromMarkdown(["yaml"])] : []), ...mdastExtensions(), { enter }],
  });
  return { root, quotes, fences, lines: 0, call: calls };
}

/** Shifts every line of a chunk to where the chunk stands now. */
function moved(chunk: ParsedChunk, lines: number): ParsedChunk {
  const by = lines - chunk.lines;
  if (by === 0) return chunk;
  chunk.lines = lines;
  for (const point of [...chunk.quotes.flat(), ...chunk.fences]) point.line += by;
  const open: Nodes[] = [...chunk.root.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.position !== undefined) {
      node.position.start.line += by;
      node.position.end.line += by;
    }
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return chunk;
}

/** Puts the chunks together; undefined when two parts of a list do not fit, so that the whole must be read at once. */
function join(chunks: readonly Chunk[], parsed: readonly ParsedChunk[]): RootContent[] | undefined {
  const all: RootContent[] = [];
  // The list or the table that is being put together: a new one, because its parts belong to chunks that are remembered.
  let whole: List | Table | undefined;
  for (const [index, { root }] of parsed.entries()) {
    const joint = chunks[index]?.joined;
    if (joint !== undefined) {
      const last = all.at(-1);
      whole = last === whole ? whole : opened(last);
      if (whole === undefined || !extend(whole, root.children[0])) return undefined;
      all[all.length - 1] = whole;
    }
    for (let at = joint === undefined ? 0 : 1; at < root.children.length; at += 1)
      all.push(root.children[at] as RootContent);
  }
  return all;
}

function opened(part: RootContent | undefined): List | Table | undefined {
  if (part?.type !== "list" && part?.type !== "table") return undefined;
  const position = part.position === undefined ? {} : { position: { ...part.position } };
  return { ...part, children: [...part.children], ...position } as List | Table;
}

/** Adds the items of a list, or the rows of a table without the header that only the parser needed. False when they do not fit. */
function extend(whole: List | Table, part: RootContent | undefined): boolean {
  if (whole.type === "list" && part?.type === "list" && whole.ordered !== true && part.ordered !== true)
    for (const item of part.children) whole.children.push(item);
  else if (whole.type === "table" && part?.type === "table")
    for (let at = 1; at < part.children.length; at += 1) whole.children.push(part.children[at] as TableRow);
  else return false;
  if (whole.position !== undefined && part.position !== undefined) whole.position.end = part.position.end;
  return true;
}
