import type { Nodes, Root } from "mdast";
import type { Location } from "../core/location.ts";
import { parseChunks } from "./parse-chunks.ts";
import { lineIndex, type SourceText } from "./source-text.ts";

interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * A parsed text and the way from its nodes back to the source. Both have the same lines: the parser may have been given
 * some of them empty, and it drops a byte-order mark, so line and column lead back to the source where its offsets do not.
 */
export class MarkdownTree {
  readonly root: Root;
  readonly source: SourceText;
  readonly #quoteStarts: readonly number[];
  readonly #quoteEnds: readonly number[];
  readonly #fences: readonly number[];
  readonly #urls = new Map<string, string>();

  /** `parsed` is what the parser reads: the source itself, or the source with some lines emptied. */
  constructor(source: SourceText, parsed: string) {
    this.source = source;
    const { root, quotes, fences } = parseChunks(parsed);
    this.root = root;
    this.#quoteStarts = quotes.map(([start]) => this.#offset(start));
    this.#quoteEnds = quotes.map(([, end]) => this.#offset(end));
    this.#fences = fences.map((start) => this.#offset(start));
    if (parsed.includes("]:")) this.#readDefinitions();
  }

  start(node: Nodes): number {
    return this.#offset(node.position?.start);
  }

  end(node: Nodes): number {
    return this.#offset(node.position?.end);
  }

  locate(node: Nodes): Location {
    return this.source.locate(this.start(node), this.end(node));
  }

  /** The address that `[text][identifier]` points to. */
  url(identifier: string): string | undefined {
    return this.#urls.get(identifier);
  }

  /** Whether a code block begins with a fence and has no other one at its end. */
  isOpenFence(node: Nodes): boolean {
    const first = lineIndex(this.#fences, this.start(node));
    return this.#fences[first] === this.start(node) && (this.#fences[first + 1] ?? Infinity) >= this.end(node);
  }

  /** The source between two offsets with its `> ` prefixes and the `hidden` stretches replaced by spaces. */
  masked(start: number, end: number, hidden: readonly (readonly [start: number, end: number])[] = []): string {
    if (hidden.length === 0 && this.#quoteStarts.length === 0) return this.source.text.slice(start, end);
    const ranges = [...this.#quoteMarksBetween(start, end), ...hidden].sort(([one], [other]) => one - other);
    let text = "";
    let at = start;
    for (const [from, to] of ranges) {
      if (to <= at) continue;
      const begin = Math.max(from, at);
      text +=
        this.source.text.slice(at, begin) + this.source.text.slice(begin, Math.min(to, end)).replace(/[^\r\n]/g, " ");
      at = Math.min(to, end);
    }
    return text + this.source.text.slice(at, end);
  }

  #quoteMarksBetween(start: number, end: number): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (let index = lineIndex(this.#quoteStarts, start); (this.#quoteStarts[index] ?? end) < end; index += 1) {
      found.push([this.#quoteStarts[index] ?? end, this.#quoteEnds[index] ?? end]);
    }
    return found;
  }

  #offset(point: Point | undefined): number {
    if (point === undefined) return 0;
    return (
      this.source.offsetAt(point.line, point.column) +
      (point.line === 1 && this.source.text.startsWith("\uFEFF") ? 1 : 0)
    );
  }

  /** The first definition of a name counts. */
  #readDefinitions(): void {
    const open: Nodes[] = [this.root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.type === "definition") {
        if (!this.#urls.has(node.identifier)) this.#urls.set(node.identifier, node.url);
      } else if (
        node.type === "root" ||
        node.type === "blockquote" ||
        node.type === "list" ||
        node.type === "listItem"
      ) {
        for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index] as Nodes);
      }
    }
  }
}
