import type { Code, Html, Nodes, Table } from "mdast";
import type { DocumentProblem } from "../core/document.ts";
import type { LeftOut } from "./guard-text.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import type { SourceText } from "./source-text.ts";

const longestQuote = 120;

/** What the text cannot mean as it stands: fences, comments and tags that never end, uneven table rows, lines left out. */
export function documentProblems(tree: MarkdownTree, leftOut: readonly LeftOut[]): DocumentProblem[] {
  const problems = [...leftOutProblems(tree.source, leftOut), ...tree.root.children.flatMap((node) => problemsOf(tree, node))];
  return problems.sort((one, other) => one.location.offset - other.location.offset);
}

/** The lines that the parser did not see, one problem for each reason. */
export function leftOutProblems(source: SourceText, leftOut: readonly LeftOut[]): DocumentProblem[] {
  return leftOut.map(({ offset, reason, count }) => problem(source, offset, count === 1 ? reason : `${reason}, and ${count - 1} more like it`));
}

function problemsOf(tree: MarkdownTree, node: Nodes): DocumentProblem[] {
  switch (node.type) {
    case "code":
      return openFence(tree, node);
    case "html":
      return openHtml(tree, node);
    case "table":
      return unevenRows(tree, node);
    case "blockquote":
    case "list":
    case "listItem":
      return node.children.flatMap((child) => problemsOf(tree, child));
    default:
      return [];
  }
}

function openFence(tree: MarkdownTree, node: Code): DocumentProblem[] {
  if (!tree.isOpenFence(node) || !endsDocument(tree, node)) return [];
  return [problem(tree.source, tree.start(node), "the code fence is never closed, so everything below it is read as code")];
}

/** A comment hides what follows; the contents of these four tags go on to their end, over headings and blank lines. */
function openHtml(tree: MarkdownTree, node: Html): DocumentProblem[] {
  const indent = node.value.length - node.value.trimStart().length;
  const start = tree.start(node) + indent;
  if (node.value.startsWith("<!--", indent)) {
    return node.value.includes("-->") ? [] : [problem(tree.source, start, "the comment is never closed, so everything below it is hidden")];
  }
  const tag = /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(node.value.slice(indent, indent + 12))?.[1];
  if (tag === undefined || /<\/(?:pre|script|style|textarea)>/i.test(node.value) || !endsDocument(tree, node)) return [];
  return [problem(tree.source, start, `the tag <${tag}> is never closed, so everything below it is read as HTML`)];
}

function unevenRows(tree: MarkdownTree, node: Table): DocumentProblem[] {
  const width = node.children[0]?.children.length ?? 0;
  const uneven = node.children.filter((row) => row.children.length !== width);
  return uneven.map((row) => {
    const cells = row.children.length === 1 ? "1 cell" : `${row.children.length} cells`;
    return problem(tree.source, tree.start(row), `the row has ${cells}, the header ${width}`);
  });
}

function endsDocument(tree: MarkdownTree, node: Nodes): boolean {
  return tree.source.text.slice(tree.end(node)).trim() === "";
}

/** A problem at an offset, quoting the line from there on. */
export function problem(source: SourceText, offset: number, message: string): DocumentProblem {
  const line = /^[^\r\n]*/.exec(source.text.slice(offset, offset + longestQuote + 1))?.[0] ?? "";
  const text = line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
  return { message, text, location: source.locate(offset, offset + Math.min(line.length, longestQuote)) };
}
