import { describe, expect, it } from "vitest";
import { guardText } from "../../src/documents/guard-text.ts";

const reasons = (text: string): string[] => guardText(text).leftOut.map(({ reason, count }) => `${reason} (${count})`);

describe("guardText leaves out", () => {
  it("a paragraph of very many lines outside of their list or quote", () => {
    for (const mark of ["- ", "1. ", "> ", "> - "])
      expect(reasons(`# A\n\n${mark}a\n${"words\n".repeat(1_500)}\n- b\n`)).toEqual([
        "a paragraph of more than 1,000 lines without the mark of their list or quote is left out (1)",
      ]);
  });

  it("quoted lines beyond the limit, and nothing else", () => {
    const { text, leftOut } = guardText(`${`${"> ".repeat(10)}words\n\n`.repeat(5_001)}\nbelow\n`);
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["a line beyond 50,000 marks of quotes is left out", 1],
    ]);
    expect(text.match(/words/g)).toHaveLength(5_000);
    expect(text).toContain("below");
  });

  it("nothing of long lists, long paragraphs, and quotes that keep their marks", () => {
    const lines = (line: string): string => line.repeat(3_000);
    for (const text of [
      `# A\n\n${lines("words\n")}`,
      `- a\n${lines("  words\n")}`,
      lines("> words\n"),
      lines("- a\nwords\n"),
      `- a\n\n${lines("words\n")}`,
      `- a\n\`\`\`\n${lines("words\n")}\`\`\`\n`,
    ])
      expect(reasons(text), text.slice(0, 20)).toEqual([]);
  });
});
