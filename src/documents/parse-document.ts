import GithubSlugger from "github-slugger";
import type { Block, Document, DocumentRole, HeaderField, Section } from "../core/document.ts";
import { documentProblems } from "./document-problems.ts";
import { frontMatter } from "./front-matter.ts";
import { guardText } from "./guard-text.ts";
import { labelledFields, plainFields } from "./labelled-fields.ts";
import { MarkdownTree } from "./markdown-tree.ts";
import { readBlocks } from "./read-blocks.ts";
import { SourceText } from "./source-text.ts";

/** Parses Markdown into sections, blocks and inlines with exact locations. Never throws, for any text. */
export function parseDocument(text: string, path: string, role: DocumentRole): Document {
  const guarded = guardText(text);
  const tree = new MarkdownTree(new SourceText(path, text), guarded.text);
  const root = readSections(tree);
  const front = frontMatter(tree);
  return {
    path, role, text, root,
    title: firstTitle(root),
    header: [...front.fields, ...headerBlocks(root).flatMap(fieldsOf)],
    problems: [...front.problems, ...documentProblems(tree, guarded.leftOut)],
  };
}

interface OpenSection extends Section {
  readonly blocks: Block[];
  readonly children: OpenSection[];
}

function readSections(tree: MarkdownTree): Section {
  const slugger = new GithubSlugger();
  const whole = tree.source.locate(0, tree.source.text.length);
  const root: OpenSection = { level: 0, heading: tree.inline([], 0), slug: "", location: whole, blocks: [], children: [] };
  const stack: OpenSection[] = [root];
  for (const node of tree.root.children) {
    const parent = stack.at(-1) ?? root;
    if (node.type !== "heading") {
      parent.blocks.push(...readBlocks(tree, node));
      continue;
    }
    const heading = tree.inline(node.children, tree.start(node));
    const section: OpenSection = { level: node.depth, heading, slug: slugger.slug(heading.plain), location: tree.locate(node), blocks: [], children: [] };
    while ((stack.at(-1)?.level ?? 0) >= node.depth) stack.pop();
    (stack.at(-1) ?? root).children.push(section);
    stack.push(section);
  }
  return root;
}

function firstTitle(section: Section): string {
  return section.children.find((child) => child.level === 1)?.heading.plain ?? "";
}

/** The blocks before the first heading of the second level or below. */
function headerBlocks(root: Section): Block[] {
  const blocks = [...root.blocks];
  for (const section of root.children) {
    if (section.level !== 1) break;
    blocks.push(...section.blocks);
    if (section.children.length > 0) break;
  }
  return blocks;
}

function fieldsOf(block: Block): HeaderField[] {
  if (block.kind === "list") return block.items.flatMap((item) => labelledFields(item.content));
  if (block.kind !== "paragraph") return [];
  const labelled = labelledFields(block.content);
  return labelled.length > 0 || !block.quoted ? labelled : plainFields(block.content);
}
