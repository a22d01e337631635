import type { Heading, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { RepositoryFiles } from "./run-rule.ts";

/** A small repository on a rule page. */
export interface PageExample {
  readonly kind: "incorrect" | "correct";
  /** The heading it stands under. */
  readonly title: string;
  /** Line of its first fence. */
  readonly line: number;
  readonly files: RepositoryFiles;
}

export interface RulePage {
  /** Titles of the second level, in order. */
  readonly sections: readonly string[];
  /** Titles of sections in which nothing stands. */
  readonly emptySections: readonly string[];
  readonly examples: readonly PageExample[];
}

/** The sections that every page has, in this order. */
export const pageSections = ["What it checks", "Why", "Examples", "Options", "When not to use it"] as const;

/** Reads a rule page. Throws, with the line, for an example that cannot be run. */
export function readRulePage(text: string): RulePage {
  const nodes = fromMarkdown(text).children;
  const parts = split(nodes, 2);
  const examples = parts
    .filter((part) => part.title === "Examples")
    .flatMap((part) => split(part.nodes, 3))
    .flatMap(examplesOf);
  return {
    sections: parts.map((part) => part.title),
    emptySections: parts.filter((part) => part.nodes.every((node) => node.type === "html")).map((part) => part.title),
    examples,
  };
}

interface Part {
  readonly title: string;
  readonly nodes: readonly RootContent[];
}

/** What stands below each heading of one level. What stands before the first one is left out. */
function split(nodes: readonly RootContent[], depth: number): Part[] {
  const starts = nodes.flatMap((node, index) => (node.type === "heading" && node.depth === depth ? [index] : []));
  return starts.map((start, order) => ({
    title: titleOf(nodes[start] as Heading),
    nodes: nodes.slice(start + 1, starts[order + 1]),
  }));
}

function examplesOf({ title, nodes }: Part): PageExample[] {
  const kind = title.toLowerCase();
  if (kind !== "incorrect" && kind !== "correct")
    throw new Error(`“### ${title}” below “## Examples”: the headings there are Incorrect and Correct.`);
  const first = nodes.findIndex((node) => node.type === "heading" && node.depth === 4);
  const untitled = { title, nodes: first === -1 ? nodes : nodes.slice(0, first) };
  return [untitled, ...split(nodes, 4)].flatMap((part) => toExample(kind, part));
}

function toExample(kind: PageExample["kind"], { title, nodes }: Part): PageExample[] {
  const fences = nodes.flatMap((node) => (node.type === "code" ? [node] : []));
  const files: Record<string, string> = {};
  for (const fence of fences) {
    const line = fence.position?.start.line ?? 0;
    const path = /^path=(\S.*)$/.exec(fence.meta?.trim() ?? "")?.[1];
    if (path === undefined)
      throw new Error(`line ${line}: the fence names no file; write \`\`\`\`md path=docs/product/spec-candidates.md.`);
    if (Object.hasOwn(files, path))
      throw new Error(
        `line ${line}: the example “${title}” has ${path} twice; begin another example with “#### Title”.`,
      );
    files[path] = fence.value === "" ? "" : `${fence.value}\n`;
  }
  if (fences.length === 0 && nodes.length === 0) return [];
  if (fences.length === 0) throw new Error(`“${title}” below “${kind}” explains an example that has no files.`);
  return [{ kind, title, line: fences[0]?.position?.start.line ?? 0, files }];
}

function titleOf(heading: Heading): string {
  return heading.children.map((child) => ("value" in child ? child.value : "")).join("");
}
