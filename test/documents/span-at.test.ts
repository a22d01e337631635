import { describe, expect, it } from "vitest";
import type { Span } from "../../src/core/document.ts";
import { spanAt, spansBetween } from "../../src/documents/span-at.ts";

const span = (offset: number, endOffset: number): Span => ({
  text: `${offset}-${endOffset}`,
  location: { path: "a.md", line: 1, column: offset + 1, endLine: 1, endColumn: endOffset + 1, offset, endOffset },
});
const spans = [span(2, 5), span(5, 6), span(9, 12), span(20, 21)];

describe("spanAt", () => {
  it("finds the span that covers an offset, and none between two", () => {
    expect([0, 1, 2, 4, 5, 6, 8, 9, 11, 12, 20, 21, 99].map((offset) => spanAt(spans, offset)?.text)).toEqual([
      undefined,
      undefined,
      "2-5",
      "2-5",
      "5-6",
      undefined,
      undefined,
      "9-12",
      "9-12",
      undefined,
      "20-21",
      undefined,
      undefined,
    ]);
    expect(spanAt([], 3)).toBeUndefined();
  });
});

describe("spansBetween", () => {
  it("gives those that lie whole between two offsets", () => {
    const between = (start: number, end: number): string[] => spansBetween(spans, start, end).map(({ text }) => text);
    expect([between(0, 99), between(2, 6), between(3, 12), between(2, 11), between(6, 9), between(21, 99)]).toEqual([
      ["2-5", "5-6", "9-12", "20-21"],
      ["2-5", "5-6"],
      ["5-6", "9-12"],
      ["2-5", "5-6"],
      [],
      [],
    ]);
  });
});
