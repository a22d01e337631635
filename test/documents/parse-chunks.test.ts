import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { describe, expect, it } from "vitest";
import { parseChunks } from "../../src/documents/parse-chunks.ts";
import { splitChunks } from "../../src/documents/split-chunks.ts";

/** The parser over the whole text at once. */
function whole(text: string): Nodes[] {
  return fromMarkdown(text, {
    extensions: [frontmatter(["yaml"]), gfmTable(), gfmTaskListItem(), gfmStrikethrough()],
    mdastExtensions: [
      frontmatterFromMarkdown(["yaml"]),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
    ],
  }).children;
}

/** All that is read of the tree: no offsets, and not whether a list is loose. */
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

const same = (text: string): void => {
  expect(parseChunks(text).root.children.map(shape), JSON.stringify(text)).toEqual(whole(text).map(shape));
};

const fragments = [
  "# Head",
  "## Head two",
  "### `Code` head",
  "#",
  "- item",
  "- item two",
  "- other `code`",
  "- [ ] open",
  "- [x] done",
  "* star",
  "+ plus",
  "1. one",
  "2) two",
  "  - nested",
  " - one space",
  "    deep",
  "   three",
  "text",
  "text goes on",
  "**bold** text",
  "“quoted”",
  "(text",
  "`code` text",
  "> quote",
  "> - quoted item",
  "> # quoted head",
  "```",
  "```js",
  "~~~",
  "  ```",
  "- ```",
  "   ```",
  "````",
  "| a | b |",
  "| a | b |",
  "|---|---|",
  "|:-:|",
  "| c | d |",
  "| e | `f` |",
  "| g | h | i |",
  "|j|",
  "| k \\| l | m |",
  "a | b",
  "-|-",
  "---",
  "===",
  "***",
  "- - -",
  "-",
  "- ",
  "<div>",
  "</div>",
  "<!-- note -->",
  "<!-- open",
  "end -->",
  "- <!-- in item",
  "<pre>",
  "</pre>",
  "<script>",
  "`open code",
  "**bold",
  "bold**",
  "[link](x)",
  "\\",
  "&amp;",
  "\t",
  "\ttabbed",
  "- item\twith tab",
  "[label][ref]",
  "[label]",
  "- [label] in an item",
  "[label] begins",
  "[ref]: x",
  "[label]: <y>",
  "[x]: z",
  "[REF",
  "]: broken label",
  '  "title"',
  "> [quoted]: z",
  "- [item]: y",
  "![quoted][item]",
  "*emphasis* and _more_",
  "_under_ and **_both_**",
  "__name__",
  "",
  "",
  "",
  "",
];
const document = fc
  .array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom("\n", "\n", "\n", "\r\n", "  \n")), { maxLength: 30 })
  .map((lines) => lines.map(([line, ending]) => line + ending).join(""));

describe("parseChunks", () => {
  it("reads what the parser reads from the whole, for any mixture of Markdown", () => {
    fc.assert(fc.property(document, same), { numRuns: 400 });
  });

  it("reads the same below other lines", () => {
    fc.assert(
      fc.property(document, document, (above, text) => same(`${above}\n\n# Below\n\n${text}`)),
      { numRuns: 150 },
    );
  });

  it.each([
    ["front matter with a heading in it", "---\na: 1\n\n# no heading\n---\n\n# Head\n"],
    ["front matter that is never closed", "---\na: 1\n\n# Head\n\n# Other\n"],
    ["a definition at the end", "# A\n\n[x][y]\n\n# B\n\n[y]: https://example.org\n"],
    ["a definition that a later one repeats", "# A\n\n[y]\n\n# B\n\n[y]: a\n\n# C\n\n[Y]: b\n\n[y] and [x]\n"],
    [
      "a definition in a list that is cut",
      `[deep]\n\n${"- Item about [deep]\n".repeat(40)}- Item\n\n  [deep]: x\n- Item\n`,
    ],
    ["a definition in a fence, which is none", "# A\n\n[y]\n\n# B\n\n```\n[y]: a\n```\n"],
    ["a fence over headings", "# A\n\n```md\n\n# no heading\n\n```\n\n# B\n"],
    ["an open fence", "# A\n\n```md\n\n# no heading\n"],
    ["a comment over headings", "# A\n\n<!--\n\n# no heading\n\n-->\n\n# B\n"],
    ["a byte-order mark", "\uFEFF# A\n\n## B\n"],
    ["the same section twice", "# A\n\n## B\n\n- x\n\n## B\n\n- x\n"],
  ])("reads %s", (_, text) => {
    same(text);
  });
});

describe("splitChunks", () => {
  const list = (items: number): string =>
    Array.from(
      { length: items },
      (_, index) =>
        `- Item number ${"abcdefghij".charAt(index % 10)}${"klmnopqrst".charAt(Math.floor(index / 10))} -> Spec ${index}\n`,
    ).join("");

  it("keeps every character", () => {
    fc.assert(
      fc.property(
        document,
        (text) =>
          splitChunks(text)
            .map((chunk) => chunk.text)
            .join("") === text,
      ),
    );
  });

  it("cuts at headings, at paragraphs and comments behind blank lines, and in long lists", () => {
    expect(
      splitChunks("# A\n\ntext\ngoes on\n\n## B\n- x\n\n<!-- y -->\n- z\n").map(({ text, lines }) => [text, lines]),
    ).toEqual([
      ["# A\n\n", 0],
      ["text\ngoes on\n\n", 2],
      ["## B\n- x\n\n", 5],
      ["<!-- y -->\n- z\n", 8],
    ]);
    expect(splitChunks(`# A\n\n${list(100)}`).length).toBeGreaterThan(8);
  });

  it("cuts long tables between rows, and never below what is no table", () => {
    const rows = Array.from(
      { length: 100 },
      (_, index) => `| Row ${"abcdefghij".charAt(index % 10)} of ${Math.floor(index / 10)} | \`${index}\` |\n`,
    ).join("");
    const table = `# A\n\n| Name | Value |\n|---|---|\n${rows}\nbelow\n`;
    expect(splitChunks(table).length).toBeGreaterThan(8);
    same(table);
    same(table.replace("|---|---|", "|---|"));
    same(`text\n${table.slice(5)}`);
    same(table.replaceAll("| `", "| <!-- `"));
  });

  it("cuts a list where it did before when an item is added or taken away", () => {
    const items = list(100).split(/(?<=\n)/);
    const before = new Set(splitChunks(`# A\n\n${items.join("")}`).map(({ text }) => text));
    const after = splitChunks(`# A\n\n${[...items.slice(0, 50), "- A new one\n", ...items.slice(50)].join("")}`);
    expect(after.filter(({ text }) => !before.has(text)).length).toBeLessThanOrEqual(2);
  });
});
