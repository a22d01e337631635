import GithubSlugger from "github-slugger";
import type { Block, Document, DocumentRole, HeaderField, Section } from "../core/document.ts";
import { invisibleFaults } from "../core/text-faults.ts";
import { documentProblems, leftOutProblems, problem } from "./document-problems.ts";
import { readDirectives } from "./directives.ts";
import { frontMatter } from "./front-matter.ts";
import { guardText } from "./guard-text.ts";
import { labelledFields, plainFields } from "./labelled-fields.ts";
import { MarkdownTree } from "./markdown-tree.ts";
import { ownSide } from "./own-side.ts";
import { readBlocks, readHeading } from "./read-blocks.ts";
import { readInline } from "./read-inline.ts";
import { SourceText } from "./source-text.ts";
import { walkSections } from "./walk-sections.ts";

export interface ParseOptions {
  readonly path: string;
  readonly role: DocumentRole;
}

/** Parses Markdown into sections, blocks and inlines with exact locations. Never throws, for any text. */
export function parseDocument(text: string, { path, role }: ParseOptions): Document {
  const guarded = guardText(ownSide(text));
  const source = new SourceText(path, text);
  try {
    const tree = new MarkdownTree(source, guarded.text);
    const root = readSections(tree);
    const front = frontMatter(tree);
    return {
      path,
      role,
      text,
      root,
      title: titleOf(root),
      header: [...front.fields, ...headerBlocks(root).flatMap(fieldsOf)],
      problems: [
        ...front.problems,
        ...documentProblems(tree, guarded.leftOut),
        ...invisibleFaults(text).map(({ offset, message }) => problem(source, offset, message)),
      ],
      directives: readDirectives(tree),
    };
  } catch (error) {
    // The guard keeps the parser within the stack; how large that is, is not ours to say.
    if (!(error instanceof RangeError)) throw error;
    const tooDeep = problem(source, 0, "the document nests too deeply to be read, so nothing in it is checked");
    return {
      path,
      role,
      text,
      root: emptyRoot(new MarkdownTree(source, "")),
      title: "",
      header: [],
      problems: [tooDeep, ...leftOutProblems(source, guarded.leftOut)],
      directives: [],
    };
  }
}

interface OpenSection extends Section {
  readonly blocks: Block[];
  readonly children: OpenSection[];
}

function emptyRoot(tree: MarkdownTree): OpenSection {
  const heading = readInline(tree, [], { start: 0, end: 0 });
  return {
    level: 0,
    heading,
    slug: "",
    location: tree.source.locate(0, tree.source.text.length),
    blocks: [],
    children: [],
  };
}

function readSections(tree: MarkdownTree): Section {
  const slugger = new GithubSlugger();
  const root = emptyRoot(tree);
  const stack: OpenSection[] = [root];
  for (const node of tree.root.children) {
    if (node.type !== "heading") {
      for (const block of readBlocks(tree, node)) (stack.at(-1) ?? root).blocks.push(block);
      continue;
    }
    const { heading, addressed } = readHeading(tree, node);
    const section: OpenSection = {
      level: node.depth,
      heading,
      slug: slugger.slug(addressed),
      location: tree.locate(node),
      blocks: [],
      children: [],
    };
    while ((stack.at(-1)?.level ?? 0) >= node.depth) stack.pop();
    (stack.at(-1) ?? root).children.push(section);
    stack.push(section);
  }
  return root;
}

function titleOf(root: Section): string {
  for (const section of walkSections(root)) if (section.level === 1) return section.heading.plain;
  return "";
}

/** The blocks before the first heading of the second level or below. */
function headerBlocks(root: Section): Block[] {
  const blocks: Block[] = [];
  for (const section of walkSections(root)) {
    if (section.level > 1) break;
    for (const block of section.blocks) blocks.push(block);
  }
  return blocks;
}

function fieldsOf(block: Block): HeaderField[] {
  if (block.kind === "list") return block.items.flatMap((item) => labelledFields(item.content));
  if (block.kind !== "paragraph") return [];
  const labelled = labelledFields(block.content);
  return labelled.length > 0 || !block.quoted ? labelled : plainFields(block.content);
}
