import fc from "fast-check";
import { globbySync } from "globby";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { describe, expect, it } from "vitest";
import { parsePlain } from "../../src/documents/parse-plain.ts";
import { splitChunks } from "../../src/documents/split-chunks.ts";

const root = join(import.meta.dirname, "../..");

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
function agrees(text: string): boolean {
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
const anything = fc.array(line, { maxLength: 8 }).map((lines) => lines.join(""));

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
const plain = fc.array(plainBlock, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join("\n"));

describe("parsePlain", () => {
  it("reads as the parser reads, or not at all, for any mixture of Markdown", () => {
    let read = 0;
    fc.assert(
      fc.property(anything, (text) => void (read += agrees(text) ? 1 : 0)),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it("reads plain text, as the parser reads it", () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(agrees(text), JSON.stringify(text)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["a word behind a list", "- a\nb\n"],
    ["a heading right below a list", "- a\n## b\n"],
    ["a table right below a paragraph", "a\n| b |\n|---|\n"],
    ["a word right below a table", "| a |\n|---|\nb\n"],
    ["a setext heading", "a\n===\n"],
    ["an item that stands one space further right", "- a\n - b\n"],
    ["another marker", "- a\n* b\n"],
    ["a table in an item", "- a\n\n  | b |\n  |---|\n"],
    ["a heading in an item", "- a\n\n  ## b\n"],
    ["an empty item", "-\n- a\n"],
    ["code by indentation", "- a\n\n      b\n"],
    ["an item behind blank lines, further right", "- a\n\n    - b\n"],
    ["words behind blank lines, further left", "- a\n  - b\n\n  c\n"],
    ["a closed heading", "## a ##\n"],
    ["no end of line", "- a"],
    ["nothing", ""],
  ])("agrees with the parser about %s", (_, text) => {
    agrees(text);
    expect.assertions(parsePlain(text) === undefined ? 0 : 1);
  });

  it("agrees with the parser about documents that people wrote, and reads most of them", () => {
    const documents = globbySync(
      [
        "fixtures/**/*.md",
        "docs/**/*.md",
        "specs/**/*.md",
        "*.md",
        ...(existsSync(join(root, "../shared/corpus")) ? ["../shared/corpus/**/docs/**/*.md"] : []),
      ],
      { cwd: root },
    );
    expect(documents.length).toBeGreaterThan(100);
    const read = { plain: 0, all: 0 };
    for (const path of documents) {
      for (const { header, text } of splitChunks(readFileSync(join(root, path), "utf8"))) {
        read.all += text.length;
        read.plain += agrees(header + text) ? text.length : 0;
      }
    }
    expect(read.plain / read.all).toBeGreaterThan(0.3);
  });
});
