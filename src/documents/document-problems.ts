import type { Code, Html, Nodes, Table } from "mdast";
import type { DocumentProblem } from "../core/document.ts";
import type { Omission } from "./guard-text.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import type { SourceText } from "./source-text.ts";

const longestQuote = 120;

/** What the text cannot mean as it is: fences, comments and tags that never end, uneven table rows, lines left out. */
export function documentProblems(tree: MarkdownTree, leftOut: readonly Omission[]): DocumentProblem[] {
  const problems = leftOutProblems(tree.source, leftOut);
  for (const node of tree.root.children) addProblems(problems, tree, node);
  return problems.sort((one, other) => one.location.offset - other.location.offset);
}

/** The lines that the parser did not see, one problem for each reason. */
export function leftOutProblems(source: SourceText, leftOut: readonly Omission[]): DocumentProblem[] {
  return leftOut.map(({ offset, reason, count }) =>
    problem(source, offset, count === 1 ? reason : `${reason}, and ${count - 1} more like it`),
  );
}

/** Adds what a node says wrongly. One list for all: most nodes say nothing wrong. */
function addProblems(problems: DocumentProblem[], tree: MarkdownTree, node: Nodes): void {
  switch (node.type) {
    case "code":
      problems.push(...openFence(tree, node));
      break;
    case "html":
      problems.push(...openHtml(tree, node));
      break;
    case "table":
      unevenRows(problems, tree, node);
      break;
    case "blockquote":
    case "list":
    case "listItem":
      for (const child of node.children) addProblems(problems, tree, child);
      break;
    default:
  }
}

function openFence(tree: MarkdownTree, node: Code): DocumentProblem[] {
  if (!tree.isOpenFence(node) || !endsDocument(tree, node)) return [];
  return [
    problem(tree.source, tree.start(node), "the code fence is never closed, so everything below it is read as code"),
  ];
}

/** A comment hides what follows; the contents of these four tags go on to their end, over headings and blank lines. */
function openHtml(tree: MarkdownTree, node: Html): DocumentProblem[] {
  const indent = node.value.length - node.value.trimStart().length;
  const start = tree.start(node) + indent;
  if (node.value.startsWith("<!--", indent)) {
    return node.value.includes("-->")
      ? []
      : [problem(tree.source, start, "the comment is never closed, so everything below it is hidden")];
  }
  const tag = /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(node.value.slice(indent, indent + 12))?.[1];
  if (tag === undefined || /<\/(?:pre|script|style|textarea)>/i.test(node.value) || !endsDocument(tree, node))
    return [];
  return [problem(tree.source, start, `the tag <${tag}> is never closed, so everything below it is read as HTML`)];
}

function unevenRows(problems: DocumentProblem[], tree: MarkdownTree, node: Table): void {
  const width = node.children[0]?.children.length ?? 0;
  for (const row of node.children) {
    if (row.children.length === width) continue;
    const cells = row.children.length === 1 ? "1 cell" : `${row.children.length} cells`;
    problems.push(problem(tree.source, tree.start(row), `the row has ${cells}, the header ${width}`));
  }
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
