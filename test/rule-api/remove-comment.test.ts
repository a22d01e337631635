import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/core/fact.ts";
import { startOf } from "../../src/core/location.ts";
import { removeComment } from "../../src/rule-api/index.ts";

const comment = "<!-- x -->";

/** The text without its comment. */
function without(text: string): string {
  const facts = { paths: { read: () => ({ ok: true, text, id: "" }) } } as unknown as Facts;
  const offset = text.indexOf(comment);
  const edit = removeComment({ ...startOf("q.md"), offset, endOffset: offset + comment.length }, facts);
  return edit === undefined ? "unreadable" : text.slice(0, edit.offset) + edit.text + text.slice(edit.endOffset);
}

describe("a comment goes", () => {
  it.each([
    ["with its line", `a\n\n${comment}\nb\n`, "a\n\nb\n"],
    ["and leaves lines of text apart", `a\n${comment}\nb\n`, "a\n\nb\n"],
    ["with CRLF", `a\r\n\r\n${comment}\r\nb\r\n`, "a\r\n\r\nb\r\n"],
    ["and leaves lines apart with CRLF", `a\r\n${comment}\r\nb`, "a\r\n\r\nb"],
    ["at the start", `${comment}\nb\n`, "b\n"],
    ["behind a byte-order mark", `\uFEFF${comment}\nb\n`, "\uFEFFb\n"],
    ["at the end", `a\n${comment}`, "a\n"],
    ["with the marks of its quote", `> a\n>\n> ${comment}\n> b\n`, "> a\n>\n> b\n"],
    ["from the end of a line", `a ${comment}\nb\n`, "a\nb\n"],
    ["from the middle of a line", `a ${comment} b\n`, "a  b\n"],
    ["from an item that holds nothing else", `- ${comment}\n- b\n`, "-\n- b\n"],
    ["as all there is", comment, ""],
  ])("%s", (_, text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it("nowhere when the document cannot be read", () => {
    const facts = { paths: { read: () => ({ ok: false, reason: "missing", detail: "" }) } } as unknown as Facts;
    expect(removeComment(startOf("q.md"), facts)).toBeUndefined();
  });
});
