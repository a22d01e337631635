import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
