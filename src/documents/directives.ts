import type { Nodes } from "mdast";
import { directiveKinds, type Directive } from "../core/directive.ts";
import type { Quotation } from "../core/quotation.ts";
import { collapsed } from "./inline-words.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { lineIndex, lineStarts } from "./source-text.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment without and with its marks; `inner` is what they enclose. */
export interface Comment extends Range {
  readonly inner: Range;
}

/** A text with comments, in which the prefixes of containers are spaces. */
export type CommentedText = Pick<MarkdownTree, "source" | "masked">;

/** What a comment for queue-lint begins with. */
export const mark = "queue-lint-";

/** The comments of a document that are meant for queue-lint. What is in code, and a comment that never ends, is none. */
export function readDirectives(tree: MarkdownTree): Directive[] {
  if (!tree.source.text.includes(mark)) return [];
  const comments = htmlNodes(tree.root).flatMap((node) => commentsIn(tree, node));
  return directivesOf(tree, comments);
}

/** Those of some comments that are meant for queue-lint. */
export function directivesOf(text: CommentedText, comments: readonly Comment[]): Directive[] {
  const wanted = comments.filter(({ inner }) => new RegExp(`^\\s*${mark}`).test(text.masked(inner.start, inner.end)));
  if (wanted.length === 0) return [];
  const nextLine = linesBelow(text, comments);
  return wanted.map((comment) => toDirective(text, comment, nextLine(comment)));
}

/** Every piece of HTML, without recursion: emphasis may be nested thousands deep. */
function htmlNodes(root: Nodes): Nodes[] {
  const found: Nodes[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // What is in these three is text of another language.
    if (node.type === "html" && !/^\s*<(?:script|style|textarea)\b/i.test(node.value)) found.push(node);
    if ("children" in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index] as Nodes);
  }
  return found;
}

function commentsIn(tree: MarkdownTree, node: Nodes): Comment[] {
  const base = tree.start(node);
  const text = tree.masked(base, tree.end(node));
  const found: Comment[] = [];
  for (let start = text.indexOf("<!--"); start !== -1;) {
    const end = text.indexOf("-->", start + 4);
    if (end === -1) break;
    const inner = { start: base + start + 4, end: base + end };
    found.push({ start: base + start, end: base + end + 3, inner });
    start = text.indexOf("<!--", end + 3);
  }
  return found;
}

/** Finds the number of the first line below a comment that holds something else than comments and the marks of quotes. */
function linesBelow(tree: CommentedText, comments: readonly Range[]): (comment: Range) => number | undefined {
  const { text } = tree.source;
  const starts = lineStarts(text);
  const bare = withSpaces(text, comments);
  const numbers = starts.flatMap((begin, index) =>
    /[^\s>]/.test(bare.slice(begin, starts[index + 1] ?? text.length)) ? [index + 1] : [],
  );
  return ({ end }) => {
    const own = lineIndex(starts, end) + 1;
    const last = lineIndex(numbers, own);
    return (numbers[last] ?? 0) > own ? numbers[last] : numbers[last + 1];
  };
}

function withSpaces(text: string, ranges: readonly Range[]): string {
  let bare = "";
  let at = 0;
  for (const { start, end } of ranges) {
    bare += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    at = end;
  }
  return bare + text.slice(at);
}

function toDirective(
  tree: CommentedText,
  { start, end, inner: within }: Comment,
  nextLine: number | undefined,
): Directive {
  const inner = tree.masked(within.start, within.end);
  const [opening = "", word = ""] = new RegExp(`^\\s*${mark}([\\w-]*)`).exec(inner) ?? [];
  const dashes = /(?<=^|\s)(?:-{2,}|—|–)(?=\s|$)/.exec(inner.slice(opening.length));
  const headEnd = dashes === null ? inner.length : opening.length + dashes.index;
  const head = readHead(inner.slice(opening.length, headEnd));
  const written = dashes === null ? "" : collapsed(inner.slice(headEnd + dashes[0].length));
  const { reason, until } = readReason(written);
  const quote = (token: Token): Quotation => {
    const offset = within.start + opening.length + token.index;
    return { text: token.text, location: tree.source.locate(offset, offset + token.text.length) };
  };
  return {
    kind: directiveKinds.find((kind) => kind === word),
    word,
    reason,
    nextLine,
    rules: head.rules.map(quote),
    separated: dashes !== null,
    until: head.until ?? until,
    text: collapsed(tree.masked(start, end)),
    location: tree.source.locate(start, end),
  };
}

interface Token {
  readonly text: string;
  readonly index: number;
}

/** The words before the dashes, parted by commas and spaces. What follows "until" is a date, whatever it is. */
function readHead(head: string): { rules: Token[]; until: string | undefined } {
  const tokens = [...head.matchAll(/[^\s,]+/g)].map((match): Token => ({ text: match[0], index: match.index }));
  const at = tokens.findIndex((token) => token.text.toLowerCase() === "until");
  if (at === -1) return { rules: tokens, until: undefined };
  return { rules: [...tokens.slice(0, at), ...tokens.slice(at + 2)], until: tokens[at + 1]?.text ?? "" };
}

/** "until" is a common word: in a reason it names a date only when something that is written like one follows. The last one counts. */
function readReason(written: string): { reason: string; until: string | undefined } {
  const dates = [
    ...written.matchAll(
      /\buntil\s+(\d{4}-\d{1,2}(?:-\d{1,2})?|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?![\w/-])/gi,
    ),
  ];
  const last = dates.at(-1);
  if (last === undefined) return { reason: written, until: undefined };
  const rest = written.slice(0, last.index) + written.slice(last.index + last[0].length);
  return { reason: /[\p{L}\p{N}]/u.test(rest) ? written : "", until: last[1] };
}
