import type { Nodes, PhrasingContent, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Inline, Link, Span } from "../core/document.ts";
import type { Location } from "../core/location.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Markdown with tables, task lists, strikethrough and front matter. Autolink literals are left out: their nodes have
 * no positions, and no claim rests on them.
 */
const options = {
  extensions: [frontmatter(["yaml"]), gfmTable(), gfmTaskListItem(), gfmStrikethrough()],
  mdastExtensions: [frontmatterFromMarkdown(["yaml"]), gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

/**
 * A parsed text and the way from its nodes back to the source. Both have the same lines: the parser may have been given
 * some of them empty, and it drops a byte-order mark, so line and column lead back to the source where its offsets do not.
 */
export class MarkdownTree {
  readonly root: Root;
  readonly source: SourceText;
  readonly #shift: number;

  /** `parsed` is what the parser reads: the source itself, or the source with some lines emptied. */
  constructor(source: SourceText, parsed: string) {
    this.source = source;
    this.#shift = source.text.startsWith("\uFEFF") ? 1 : 0;
    this.root = fromMarkdown(parsed.slice(this.#shift), options);
  }

  start(node: Nodes): number {
    return this.#offset(node.position?.start);
  }

  end(node: Nodes): number {
    return this.#offset(node.position?.end);
  }

  #offset(point: { readonly line: number; readonly column: number } | undefined): number {
    if (point === undefined) return 0;
    return this.source.offsetAt(point.line, point.column) + (point.line === 1 ? this.#shift : 0);
  }

  locate(node: Nodes): Location {
    return this.source.locate(this.start(node), this.end(node));
  }

  /** The inline content of some nodes; without nodes, an empty inline at `fallback`. `skip` characters are left out in front. */
  inline(nodes: readonly PhrasingContent[], fallback: number, skip = 0): Inline {
    const [first] = nodes;
    const last = nodes.at(-1);
    const start = first === undefined ? fallback : this.start(first) + skip;
    const end = last === undefined ? fallback : Math.max(this.end(last), start);
    const found: Found = { codes: [], strongs: [], links: [], hidden: [] };
    for (const node of nodes) this.#collect(node, found);
    const plain = nodes.map(words).join("").slice(skip).replace(/\s+/g, " ").trim();
    return { text: this.#masked(start, end, found.hidden), plain, location: this.source.locate(start, end), codes: found.codes, strongs: found.strongs, links: found.links };
  }

  #collect(node: PhrasingContent, found: Found): void {
    const span = (): Span => ({ text: words(node).replace(/\s+/g, " ").trim(), location: this.locate(node) });
    if (node.type === "inlineCode") found.codes.push(span());
    if (node.type === "strong") found.strongs.push(span());
    if (node.type === "link") found.links.push({ ...span(), url: node.url });
    if (node.type === "html" && node.value.startsWith("<!--")) found.hidden.push([this.start(node), this.end(node)]);
    if ("children" in node) for (const child of node.children) this.#collect(child, found);
  }

  /** The source with container prefixes and comments replaced by spaces: same length, only words. */
  #masked(start: number, end: number, hidden: readonly (readonly [number, number])[]): string {
    let text = this.source.text.slice(start, end);
    for (const [from, to] of hidden) text = text.slice(0, from - start) + text.slice(from - start, to - start).replace(/[^\r\n]/g, " ") + text.slice(to - start);
    return text.includes("\n") ? text.replace(/(?<=\n)[ \t]*(?:>[ \t]?)+/g, (prefix) => " ".repeat(prefix.length)) : text;
  }
}

interface Found {
  readonly codes: Span[];
  readonly strongs: Span[];
  readonly links: Link[];
  readonly hidden: [number, number][];
}

/** The words of a node as a reader sees them. */
function words(node: PhrasingContent): string {
  if (node.type === "break") return " ";
  if (node.type === "html") return "";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}
