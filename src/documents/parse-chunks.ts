import type { Nodes, Root, RootContent } from "mdast";
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
import { DefinedNames, sharing } from "./defined-names.ts";
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

/**
 * Parses Markdown at once where it is plain, else chunk by chunk: most chunks of any document are plain. The result is the parser's own, as if it had read the whole.
 */
export function parseChunks(text: string): ParsedMarkdown {
  const plain = parsePlain(text);
  if (plain !== undefined) return { root: { type: "root", children: plain }, quotes: [], fences: [] };
  const chunks = splitChunks(text);
  const defined = new DefinedNames();
  const read = (chunk: Chunk, index: number): ParsedMarkdown & { readonly known: number } => {
    // The two lines of a header are somewhere else.
    const [whole, lines] =
      chunk.header === "" ? [chunk.text, chunk.lines] : [chunk.header + chunk.text, chunk.lines - 2];
    // Only the first chunk may begin with front matter.
    return { ...moved(parse(whole, index === 0, defined), lines), known: defined.size };
  };
  const once = chunks.map(read);
  // What is defined further down holds above, too.
  const parsed = once.map((one, index) => {
    const chunk = chunks[index];
    return chunk === undefined || one.known === defined.size || !chunk.text.includes("[") ? one : read(chunk, index);
  });
  const children = join(chunks, parsed);
  if (children === undefined) return parse(text, true, new DefinedNames());
  return {
    root: { type: "root", children },
    quotes: parsed.flatMap((one) => one.quotes),
    fences: parsed.flatMap((one) => one.fences),
  };
}

function parse(text: string, first: boolean, defined: DefinedNames): ParsedMarkdown {
  // Where something is defined, words in brackets may be a link.
  const plain = defined.size > 0 && text.includes("[") ? undefined : parsePlain(text);
  if (plain !== undefined) return { root: { type: "root", children: plain }, quotes: [], fences: [] };
  const quotes: [Point, Point][] = [];
  const fences: Point[] = [];
  const point = ({ line, column }: Point): Point => ({ line, column });
  const enter = {
    blockQuotePrefix: ({ start, end }: Token): void => void quotes.push([point(start), point(end)]),
    codeFencedFence: ({ start }: Token): void => void fences.push(point(start)),
  };
  const root = fromMarkdown(text, {
    extensions: [...(first ? [frontmatter(["yaml"])] : []), ...extensions(), sharing(defined)],
    mdastExtensions: [...(first ? [frontmatterFromMarkdown(["yaml"])] : []), ...mdastExtensions(), { enter }],
  });
  return { root, quotes, fences };
}

/** Shifts every line of a chunk, which was counted from its own beginning, by the lines above it. */
function moved(chunk: ParsedMarkdown, by: number): ParsedMarkdown {
  if (by === 0) return chunk;
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
function join(chunks: readonly Chunk[], parsed: readonly ParsedMarkdown[]): RootContent[] | undefined {
  const all: RootContent[] = [];
  for (const [index, { root }] of parsed.entries()) {
    const joined = chunks[index]?.joined !== undefined;
    if (joined && !extend(all.at(-1), root.children[0])) return undefined;
    for (const [at, child] of root.children.entries()) if (at > 0 || !joined) all.push(child);
  }
  return all;
}

/** Adds the items of a list, or the rows of a table without the header that only the parser needed. False when they do not fit. */
function extend(whole: RootContent | undefined, part: RootContent | undefined): boolean {
  if (whole === undefined || part === undefined || !takesIn(whole, part)) return false;
  if (whole.position !== undefined && part.position !== undefined) whole.position.end = part.position.end;
  return true;
}

function takesIn(whole: RootContent, part: RootContent): boolean {
  if (whole.type === "list" && part.type === "list") {
    if (whole.ordered === true || part.ordered === true) return false;
    for (const item of part.children) whole.children.push(item);
    return true;
  }
  if (whole.type !== "table" || part.type !== "table") return false;
  for (const [at, row] of part.children.entries()) if (at > 0) whole.children.push(row);
  return true;
}
