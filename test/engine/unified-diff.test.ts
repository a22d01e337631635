import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDifference } from "../../src/engine/line-difference.ts";
import { unifiedDiff } from "../../src/engine/unified-diff.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const lines = fc
  .array(fc.constantFrom("a\n", "b\n", "c\r\n", "\n", " d\n"), { maxLength: 30 })
  .map((all) => all.join(""));
const texts = fc.tuple(lines, fc.constantFrom("", "end", "\uFEFF")).map(([text, tail]) => text + tail);

describe("lineDifference", () => {
  it("holds both texts, whatever they are", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const difference = lineDifference(before, after);
        const side = (other: string): string =>
          difference
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join("");
        expect({ before: side("+"), after: side("-") }).toEqual({ before, after });
      }),
    );
  });

  it("is the shortest one", () => {
    const kinds = lineDifference("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n").map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== " ")).toHaveLength(5);
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        fc.pre(before !== "" && after !== "");
        const parts = diffArrays(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
        const changes = parts.filter(({ added, removed }) => added || removed);
        expect(lineDifference(before, after).filter(({ kind }) => kind !== " ")).toHaveLength(
          changes.reduce((sum, { count }) => sum + count, 0),
        );
      }),
    );
  });

  it("holds both texts when very many lines change their places", () => {
    const before = Array.from({ length: 8000 }, (_, index) => `line ${index}\n`);
    const after = [...before.slice(1, 7999)].reverse();
    const difference = lineDifference(before.join(""), ["first\n", ...after, "line 7999\n"].join(""));
    const gone = difference.filter(({ kind }) => kind !== "+").map(({ text }) => text);
    expect(gone).toEqual(before);
    expect(difference.at(-1)).toEqual({ kind: " ", text: "line 7999\n" });
    expect(difference).toHaveLength(2 * 8000 - 1);
  });

  it.each([
    ["every second of 8,000 lines", 2],
    ["each of 4,000 lines", 1],
  ])("comes to its end, and to the point, where %s is another one", (_, each) => {
    const text = (word: string): string[] =>
      Array.from({ length: 4000 * each }, (_, index) => `${index % each === 0 ? word : "line"} ${index}\n`);
    const [before, after] = [text("old"), text("new")];
    const difference = lineDifference(before.join(""), after.join(""));
    const side = (other: string): string[] => difference.filter(({ kind }) => kind !== other).map((line) => line.text);
    expect([side("+"), side("-")]).toEqual([before, after]);
    expect(difference.filter(({ kind }) => kind !== " ")).toHaveLength(8000);
  });
});

describe("unifiedDiff", () => {
  it("is empty for equal texts", () => {
    expect(unifiedDiff({ path: "a.md", before: "one\n", after: "one\n" })).toBe("");
  });

  it("shows each place with three lines around it and joins those that meet", () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`).join("");
    const after = before.replace("2\n", "two\n").replace("5\n", "").replace("20\n", "20\n21");
    expect(unifiedDiff({ path: "docs/a.md", before, after })).toBe(
      "--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,8 +1,7 @@\n 1\n-2\n+two\n 3\n 4\n-5\n 6\n 7\n 8\n@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+21\n\\ No newline at end of file\n",
    );
  });

  it("has a side without lines where a text is empty", () => {
    expect(unifiedDiff({ path: "a.md", before: "", after: "one\ntwo\n" })).toBe(
      "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+one\n+two\n",
    );
  });

  it("is a patch that git applies byte for byte", () => {
    const sample = fc
      .sample(fc.tuple(texts, texts), { numRuns: 12, seed: 7 })
      .filter(([before, after]) => before !== "" && before !== after && after !== "");
    expect(sample.length).toBeGreaterThan(5);
    for (const [before, after] of sample) {
      const root = temporaryDirectory({ "docs/a.md": before });
      const { status, stderr } = spawnSync("git", ["apply", "--whitespace=nowarn", "-"], {
        cwd: root,
        input: unifiedDiff({ path: "docs/a.md", before, after }),
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(readFileSync(join(root, "docs/a.md"), "utf8")).toBe(after);
    }
  });
});
