import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/engine/apply-edits.ts";
import { insertAfterLine, removeLines, type SourceLines } from "../../src/rule-api/index.ts";

function source(text: string): SourceLines {
  return { path: "a.md", text, ending: /\r\n|\n|\r/.exec(text)?.[0] ?? "\n" };
}

/** Takes the lines from “[” to “]” out. */
function without(marked: string): string {
  const [offset, endOffset] = [marked.indexOf("["), marked.indexOf("]") - 1];
  const text = marked.replace("[", "").replace("]", "");
  return applyEdits(text, [removeLines(source(text), { offset, endOffset })]);
}

describe("removeLines", () => {
  it.each([
    ["an item in the middle", "- a\n[- b\n  c]\n- d\n", "- a\n- d\n"],
    ["the last item", "- a\n[- b]\n\n## Next\n", "- a\n\n## Next\n"],
    ["the only item, with one of the blank lines around it", "Intro.\n\n[- b]\n\n## Next\n", "Intro.\n\n## Next\n"],
    ["an item between blank lines", "- a\n\n[- b]\n\n- c\n", "- a\n\n- c\n"],
    ["the end of the file", "## A\n\n- a\n\n[- b]\n", "## A\n\n- a\n"],
    ["the end of a file without a line ending", "- a\n[- b]", "- a\n"],
    ["everything, but not the byte-order mark", "\uFEFF[- b]\n\n- c\n", "\uFEFF- c\n"],
    ["lines that end in CRLF", "- a\r\n\r\n[- b]\r\n\r\n- c\r\n", "- a\r\n\r\n- c\r\n"],
    ["lines that end in CR", "- a\r\r[- b]\r\r- c\r", "- a\r\r- c\r"],
    ["an extent that ends where the next one begins", "### A\n\n[### B\n\n- x\n]- `C d`: e\n", "### A\n\n- `C d`: e\n"],
    ["words between two paragraphs, which stay two", "one\n[- b]\ntwo\n", "one\n\ntwo\n"],
    ["words above a line that would make a heading of what is above", "one\n[- b]\n---\n", "one\n\n---\n"],
  ])("takes out %s", (_, marked, left) => {
    expect(without(marked)).toBe(left);
  });
});

describe("insertAfterLine", () => {
  it("uses the document's own line ending, behind what stands on the line", () => {
    const text = "- a  \r\n- b";
    expect(applyEdits(text, [insertAfterLine(source(text), 3, ["- x", ""])])).toBe("- a  \r\n- x\r\n\r\n- b");
    expect(applyEdits(text, [insertAfterLine(source(text), text.length, ["- x"])])).toBe("- a  \r\n- b\r\n- x");
  });
});
