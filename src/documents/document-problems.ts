import type { Nodes } from "mdast";
import type { DocumentProblem } from "../core/document.ts";
import type { LeftOut } from "./guard-text.ts";
import type { MarkdownTree } from "./markdown-tree.ts";

const longestQuote = 120;

/** What the text cannot mean as it stands: fences and comments that never end, uneven table rows, lines left out. */
export function documentProblems(tree: MarkdownTree, leftOut: readonly LeftOut[]): DocumentProblem[] {
  const skipped = leftOut.map(({ offset, reason, count }) => problem(tree, offset, count === 1 ? reason : `${reason}, and ${count - 1} more like it`));
  return [...skipped, ...tree.root.children.flatMap((node) => problemsOf(tree, node))].sort((one, other) => one.location.offset - other.location.offset);
}

function problemsOf(tree: MarkdownTree, node: Nodes): DocumentProblem[] {
  const text = tree.source.text.slice(tree.start(node), tree.end(node));
  if (node.type === "code" && isOpenFence(text) && endsDocument(tree, node)) {
    return [problem(tree, tree.start(node), "the code fence is never closed, so everything below it is read as code")];
  }
  if (node.type === "html" && text.startsWith("<!--") && !text.includes("-->")) {
    return [problem(tree, tree.start(node), "the comment is never closed, so everything below it is hidden")];
  }
  if (node.type === "table") {
    const width = node.children[0]?.children.length ?? 0;
    return node.children.filter((row) => row.children.length !== width).map((row) => problem(tree, tree.start(row), `the row has ${row.children.length} cells, the header ${width}`));
  }
  return "children" in node ? node.children.flatMap((child) => problemsOf(tree, child)) : [];
}

function isOpenFence(text: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(text)?.[1];
  if (fence === undefined) return false;
  const last = text.split(/\r?\n|\r/).slice(1).at(-1)?.replace(/^[\s>]*/, "").trimEnd() ?? "";
  return !(last.startsWith(fence) && /^(?:`+|~+)$/.test(last));
}

function endsDocument(tree: MarkdownTree, node: Nodes): boolean {
  return tree.source.text.slice(tree.end(node)).trim() === "";
}

/** A problem at the line that starts at an offset, quoting that line. */
export function problem(tree: MarkdownTree, offset: number, message: string): DocumentProblem {
  const line = /^[^\r\n]*/.exec(tree.source.text.slice(offset, offset + longestQuote + 1))?.[0] ?? "";
  const text = line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
  return { message, text, location: tree.source.locate(offset, offset + Math.min(line.length, longestQuote)) };
}
