import fc from "fast-check";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { expect } from "vitest";
import { parsePlain } from "../../src/documents/parse-plain.ts";

export const root = join(import.meta.dirname, "../..");

function parser(text: string): Nodes[] {
  return fromMarkdown(text, {
    extensions: [gfmTable(), gfmTaskListItem(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmStrikethroughFromMarkdown()],
  }).children;
}

function shape(node: Nodes): unknown {
  const { start, end } = node.position ?? {};
  const own = Object.fromEntries(
    Object.entries(node).filter(([key]) => key !== "children" && key !== "position" && key !== "spread"),
  );
  return {
    ...own,
    at: [start?.line, start?.column, end?.line, end?.column],
    ...("children" in node ? { children: node.children.map(shape) } : {}),
  };
}

/** Either the parser's answer, or none. */
export function agrees(text: string): boolean {
  const plain = parsePlain(text);
  if (plain !== undefined) expect(plain.map(shape), JSON.stringify(text)).toEqual(parser(text).map(shape));
  return plain !== undefined;
}

const starts = [
  "",
  "",
  "# ",
  "## ",
  "- ",
  "- ",
  "- ",
  "  - ",
  "    - ",
  "  ",
  "    ",
  " ",
  "* ",
  "+ ",
  "- [ ] ",
  "- [x] ",
  "  - [X] ",
  "1. ",
  "> ",
  "- - ",
  "- # ",
  "| ",
  "|",
  "*",
  "**",
  "_",
  "`",
  "-",
  "=",
  "#",
  "-  ",
];

const words = [
  "word",
  "two words",
  "`code`",
  "`a`b",
  "**strong**",
  "**a `b` c**",
  "** a**",
  "**a **",
  "**a**b",
  "(**a**)",
  "**!a**",
  "**a.**b",
  "**a.** b",
  "*em*",
  "_em_",
  "a_b",
  "__a__",
  "[link](x/y.md#z)",
  '[link](x "t")',
  "[text]",
  "[a][b]",
  "[",
  "]",
  "](",
  "![i](x)",
  "!",
  "&",
  "&amp;",
  "R&D",
  "<b>",
  "->",
  "→",
  "é**ü**",
  "“**q**”",
  "a*b",
  "2 * 3",
  "***",
  "``",
  "` a `",
  "`",
  "~~x~~",
  "\\",
  "|",
  " | ",
  " |",
  "---|",
  ":-:|",
  "-",
  "#",
  "1.",
  "2)",
  ":",
  "T001",
  "(x)",
  "\u00a0",
  "😀",
  "  ",
  " ",
];

const line = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(fc.constantFrom(...words), { maxLength: 4 }),
    fc.constantFrom("", " "),
    fc.constantFrom("\n", "\n", "\n\n", "\n\n", "\n\n\n", "\r\n", ""),
  )
  .map(([start, parts, between, end]) => start + parts.join(between) + end);

export const anything = fc.array(line, { maxLength: 8 }).map((lines) => lines.join(""));

/** Text that the plain reader should read nearly always. */
const plainWords = fc
  .array(
    fc.constantFrom(
      "word",
      "two words",
      "`code`",
      "**strong**",
      "**`both`**",
      "[link](x/y.md)",
      "[P]",
      "snake_case",
      "->",
      "a & b",
      "(x)",
      "é",
      "T001",
    ),
    { maxLength: 5 },
  )
  .map((parts) => ["word", ...parts].join(" "));

const row = fc
  .tuple(plainWords, fc.constantFrom("", "cell", "**bold**"))
  .map(([one, other]) => `| ${one} | ${other} |\n`);

const plainBlock = fc.oneof(
  plainWords.map((text) => `## ${text}\n`),
  fc.array(plainWords, { minLength: 1, maxLength: 3 }).map((lines) => `${lines.join("\n")}\n`),
  fc
    .array(
      fc.tuple(
        plainWords,
        fc.constantFrom("", "  - nested\n", "  goes on\n", "\n", "\n  a paragraph\n\n", "\n  - nested\n    - deeper\n"),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((items) => items.map(([text, more]) => `- ${text}\n${more}`).join("")),
  fc
    .array(plainWords, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((text, index) => `- [${index % 2 === 0 ? " " : "x"}] ${text}\n`).join("")),
  fc.array(row, { maxLength: 3 }).map((rows) => `| a | b |\n|---|:--|\n${rows.join("")}`),
);

export const plain = fc.array(plainBlock, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join("\n"));
