import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Document, Inline, Section } from "../../src/core/document.ts";
import { labelledFields } from "../../src/documents/labelled-fields.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { sliceInline } from "../../src/documents/slice-inline.ts";

const parse = (text: string): Document => parseDocument(text, { path: "docs/a.md", role: "queue" });

function inlines(document: Document): Inline[] {
  const ofBlock = (block: Block): Inline[] => {
    if (block.kind === "paragraph") return [block.content];
    if (block.kind === "list") return block.items.flatMap((item) => [item.content, ...item.blocks.flatMap(ofBlock)]);
    return block.kind === "table" ? [...block.header, ...block.rows.flatMap((row) => row.cells)] : [];
  };
  const ofSection = (section: Section): Inline[] => [
    section.heading,
    ...section.blocks.flatMap(ofBlock),
    ...section.children.flatMap(ofSection),
  ];
  return ofSection(document.root);
}

/** What the docstring of `Inline` promises. */
function expectExact(text: string): void {
  for (const inline of inlines(parse(text))) {
    const { offset, endOffset, line, column } = inline.location;
    const source = text.slice(offset, endOffset);
    expect(inline.text).toHaveLength(source.length);
    for (let index = 0; index < source.length; index += 1) expect([source[index], " "]).toContain(inline.text[index]);
    expect(text.slice(0, offset).split(/\r\n|\n|\r/)).toHaveLength(line);
    expect(column).toBeGreaterThan(0);
    const middle = sliceInline(inline, 1, inline.text.length - 1);
    expect(text.slice(middle.location.offset, middle.location.endOffset)).toHaveLength(middle.text.length);
  }
}

describe("parsing", () => {
  const words = fc.constantFrom(
    "# A",
    "## B",
    "- x",
    "  - `y`: z",
    "> **Status:** on",
    "* [~] t",
    "| a | b |",
    "|---|---|",
    "```",
    "~~~",
    "<!-- c -->",
    "<!--",
    "---",
    "**L**: v",
    "Spec 012",
    "[l](u.md#x)",
    "",
    "\t1. n",
    "\u2028",
    "é😀",
    "a: b",
    "![i](p)",
    "\\*",
    "&amp;",
  );
  const breaks = fc.constantFrom("\n", "\r\n", "\n\n", "\r");

  it("never throws and keeps every offset, for Markdown of all sorts", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(words, breaks), { maxLength: 30 }), (bom, lines) =>
        expectExact((bom ? "\uFEFF" : "") + lines.flat().join("")),
      ),
      { numRuns: 150 },
    );
  });

  it("never throws and keeps every offset, for any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectExact), { numRuns: 150 });
  });
});

describe("sections", () => {
  it("nest by level, also when one is skipped, with GitHub's anchors", () => {
    const { root, title } = parse("# T\n\n## A & B\n\n#### Deep\n\n## A & B\n\nSetext\n------\n");
    expect(title).toBe("T");
    const [top] = root.children;
    expect(top?.children.map((section) => [section.slug, section.children.map((child) => child.level)])).toEqual([
      ["a--b", [4]],
      ["a--b-1", []],
      ["setext", []],
    ]);
  });
});

describe("tasks", () => {
  it.each(["x", "X", " ", "~", "-", "!"])("keeps the mark [%s] and leaves it out of the words", (mark) => {
    const [list] = parse(`- [${mark}] Do it\n`).root.blocks;
    expect(
      list?.kind === "list"
        ? list.items.map((item) => [item.mark, item.content.plain, item.content.location.column])
        : [],
    ).toEqual([[mark, "Do it", 7]]);
  });
});

describe("header fields", () => {
  const fields = (text: string) =>
    parse(text).header.map(({ key, value, location }) => [key, value.plain, location.line]);

  it.each([
    [
      "a block quote",
      "# T\n\n> **Status:** Active\n> **Last reviewed**: 2026-05-01\n",
      [
        ["status", "Active", 3],
        ["last reviewed", "2026-05-01", 4],
      ],
    ],
    [
      "bold lines",
      "# T\n\n**Status**: Active  \n**Use for**: a\nand b\n",
      [
        ["status", "Active", 3],
        ["use for", "a and b", 4],
      ],
    ],
    [
      "plain lines in a quote",
      "# T\n\n> Status: Draft\n> Owner: me\n",
      [
        ["status", "Draft", 3],
        ["owner", "me", 4],
      ],
    ],
    [
      "front matter",
      "---\nstatus: Active\nlast_reviewed: 2026-05-01\n---\n# T\n",
      [
        ["status", "Active", 2],
        ["last reviewed", "2026-05-01", 3],
      ],
    ],
    ["bullets", "# T\n\n- **Status:** Active\n", [["status", "Active", 3]]],
  ])("are read from %s", (_, text, expected) => {
    expect(fields(text)).toEqual(expected);
    expect(fields(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  it("end at the first section", () => {
    expect(fields("# T\n\n## A\n\n**Status**: Active\n")).toEqual([]);
  });

  it("may carry code in their label", () => {
    const [inline] = inlines(parse("**Do not pick from `next`**: never\n")).filter(({ text }) => text !== "");
    expect(inline === undefined ? [] : labelledFields(inline).map(({ label, value }) => [label, value.plain])).toEqual([
      ["Do not pick from next", "never"],
    ]);
  });
});

describe("problems", () => {
  it.each([
    ["an unclosed fence", "a\n\n```js\ncode\n", 3, "never closed"],
    ["an unclosed comment", "a\n\n<!-- b\n\nc\n", 3, "never closed"],
    ["a long row", "| a |\n|---|\n| b | c |\n", 3, "2 cells"],
    ["broken front matter", "---\na: [\n---\n", 2, "front matter"],
    ["front matter without an end", "---\nstatus: Active\n\n# T\n", 1, "never closed"],
    ["a line that is too long", `a\n${"x".repeat(30_000)}\n`, 2, "20,000"],
    ["nesting that is too deep", `a\n\n${"> ".repeat(60)}b\n`, 3, "50 levels"],
  ])("name %s", (...[, text, line, words]) => {
    expect(parse(text).problems.map((problem) => [problem.location.line, problem.message.includes(words)])).toEqual([
      [line, true],
    ]);
  });

  it.each([
    "```\na\n```\n",
    "> ```\n> a\n> ```\n",
    "~~~~\n```\n~~~~\n",
    "<!-- a\n\nb -->\n",
    "a <!-- b --> c\n",
    "| a | b |\n|---|---|\n| `x \\| y` | z |\n",
    "---\na: b\n---\n",
    "---\n\n# T\n",
  ])("are not seen in %j", (text) => {
    expect(parse(text).problems).toEqual([]);
  });
});
