import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/engine/apply-edits.ts";

const edit = (offset: number, endOffset: number, text: string) => ({ offset, endOffset, text });

describe("applyEdits", () => {
  it("replaces, inserts and removes at offsets of the text as it was, in any order given", () => {
    expect(applyEdits("\uFEFFone\r\ntwo \tthree", [edit(11, 16, "3"), edit(1, 4, "1"), edit(6, 6, "and ")])).toBe(
      "\uFEFF1\r\nand two \t3",
    );
  });

  it("keeps the order of insertions at one place, and takes them before what is replaced there", () => {
    expect(applyEdits("ab", [edit(1, 2, "B"), edit(1, 1, "x"), edit(1, 1, "y")])).toBe("axyB");
  });

  it.each([[[edit(0, 2, ""), edit(1, 3, "")]], [[edit(2, 9, "")]], [[edit(2, 1, "")]]])(
    "refuses edits that cannot be meant: %j",
    (edits) => {
      expect(() => applyEdits("abcd", edits)).toThrow("does not fit");
    },
  );

  it("leaves everything outside of the edits as it is", () => {
    const stretch = fc.tuple(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ maxLength: 4 }),
      fc.option(fc.string({ unit: "binary", maxLength: 4 }), { nil: undefined }),
    );
    fc.assert(
      fc.property(fc.array(stretch), fc.string({ unit: "binary" }), (stretches, tail) => {
        let [before, after] = ["", ""];
        const edits = stretches.flatMap(([kept, old, fresh]) => {
          const offset = before.length + kept.length;
          before += kept + old;
          after += kept + (fresh ?? old);
          return fresh === undefined ? [] : [edit(offset, before.length, fresh)];
        });
        expect(applyEdits(before + tail, edits)).toBe(after + tail);
      }),
    );
  });
});
