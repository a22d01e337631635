import { describe, expect, it } from "vitest";
import { readRulePage } from "./rule-page.ts";

const page = (examples: string) =>
  `<!-- generated:header -->\n# a/b\n<!-- /generated -->\n\n## What it checks\n\nThis.\n\n## Why\n\n## Examples\n\n${examples}\n\n## Options\n`;
const fence = (path: string, text = "") => `\`\`\`\`md path=${path}\n${text}\`\`\`\`\n`;

describe("a page is read", () => {
  it("with its sections, the empty ones named", () => {
    const { sections, emptySections } = readRulePage(page(""));
    expect(sections).toEqual(["What it checks", "Why", "Examples", "Options"]);
    expect(emptySections).toEqual(["Why", "Examples", "Options"]);
  });

  it("with one example before the first title and one below each", () => {
    const text = `### Incorrect\n\n${fence("a.md", "# A\n\n```\n## Not a heading\n```\n")}\n${fence("specs/001-a/spec.md")}\n#### A \`second\` one\n\nWords.\n\n${fence("b.md", "B\n")}\n### Correct\n\n${fence("c d.md", "C\n")}`;
    expect(readRulePage(page(text)).examples).toEqual([
      {
        kind: "incorrect",
        title: "Incorrect",
        line: 15,
        files: { "a.md": "# A\n\n```\n## Not a heading\n```\n", "specs/001-a/spec.md": "" },
      },
      { kind: "incorrect", title: "A second one", line: 30, files: { "b.md": "B\n" } },
      { kind: "correct", title: "Correct", line: 36, files: { "c d.md": "C\n" } },
    ]);
  });
});

describe("a page is refused", () => {
  it.each([
    ["a fence without a path", `### Incorrect\n\n\`\`\`md\nA\n\`\`\`\n`, "line 15: the fence names no file"],
    [
      "one file twice",
      `### Correct\n\n${fence("a.md")}\n${fence("a.md")}`,
      "line 18: the example “Correct” has a.md twice",
    ],
    ["another heading", `### Wrong\n\n${fence("a.md")}`, "“### Wrong” below “## Examples”"],
    [
      "an example without files",
      "### Incorrect\n\n#### Title\n\nWords.\n",
      "“Title” below “incorrect” explains an example that has no files",
    ],
  ])("with %s", (_what, examples, message) => {
    expect(() => readRulePage(page(examples))).toThrow(message);
  });
});
