import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, printableJson } from "../../src/reporters/printable.ts";

const harmful = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|##\[/;
const pieces = fc
  .array(
    fc.constantFrom(
      "\u001B[2J",
      "\u009B31m",
      "\u0000",
      "\r",
      "\n",
      "\u202E",
      "\u2067",
      "##[",
      "#",
      "[",
      "\\",
      '"',
      "::error::",
      "é",
      "座",
      "a",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("printable", () => {
  it.each([
    ["\u001B[31mred", "\\x1b[31mred"],
    ["a\u202Eb\u2069", "a\\u202eb\\u2069"],
    ["one\r\ntwo\u0000\u009B", "one\\x0d\\x0atwo\\x00\\x9b"],
    ["a ##[stop-commands]b", "a ##\\x5bstop-commands]b"],
    ["### Seat maps [P1] 座席", "### Seat maps [P1] 座席"],
  ])("shows %j as %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves nothing harmful, whatever stands side by side", () => {
    fc.assert(fc.property(pieces, (text) => !harmful.test(printable(text))));
  });
});

describe("printableJson", () => {
  it("keeps the value and leaves nothing harmful but its own line feeds", () => {
    fc.assert(
      fc.property(pieces, pieces, (key, text) => {
        const value = { [`key ${key}`]: [text, { text }] };
        const json = printableJson(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(json.replaceAll("\n", "")).not.toMatch(harmful);
      }),
    );
  });

  it("is indented by two spaces and ends with a line feed", () => {
    expect(printableJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});
