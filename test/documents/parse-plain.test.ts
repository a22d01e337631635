import fc from "fast-check";
import { globbySync } from "globby";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePlain } from "../../src/documents/parse-plain.ts";
import { splitChunks } from "../../src/documents/split-chunks.ts";
import { root, agrees, anything, plain } from "./plain-texts.ts";

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
