import { expect, it } from "vitest";
import { inSequence, type Sequence } from "../../src/claims/in-sequence.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const { settings } = resolveConfig(
  {},
  { snapshot: memorySnapshot({ "docs/product/spec-candidates.md": "# Q\n" }), rules: [] },
);
const things = Object.fromEntries([..."abcdefgh"].map((name) => [name, { name }]));
const listOf = (names: string): { name: string }[] => [...names].map((name) => things[name] ?? { name });

function reader() {
  const read: string[] = [];
  const all = inSequence(({ name }: { name: string }, { about }: Sequence) => {
    read.push(name);
    return `${name}${String(about?.[0] ?? "")}`;
  });
  return {
    read: (names: string, which: Partial<Sequence> = {}) => {
      read.length = 0;
      const results = all(listOf(names), { settings, list: "one", ...which });
      return { results, read: read.join("") };
    },
  };
}

it.each([
  ["abc", "abdc", "d"],
  ["abc", "dabc", "d"],
  ["abc", "abcd", "d"],
  ["abcd", "acd", ""],
  ["abcd", "", ""],
  ["", "ab", "ab"],
  ["abcd", "aefd", "ef"],
  ["abab", "abababab", "abab"],
  ["aaa", "aa", ""],
  ["abcd", "dcba", "dcba"],
])("reads of %s and then %s only %s, and comes to the same as if it had read everything", (before, after, wanted) => {
  const one = reader();
  one.read(before);
  const { results, read } = one.read(after);
  expect(read).toBe(wanted);
  expect(results).toEqual(reader().read(after).results);
});

it("gives back the very same results where nothing changed, of each list its own", () => {
  const one = reader();
  const { results } = one.read("abc");
  one.read("de", { list: "other" });
  expect(one.read("abc").results).toBe(results);
  expect(one.read("abc", { list: "other" }).read).toBe("abc");
});

it("reads everything again where it rests on something else", () => {
  const one = reader();
  one.read("abc", { about: [1] });
  expect(one.read("abc", { about: [1] }).read).toBe("");
  expect(one.read("abc", { about: [2] })).toEqual({ results: ["a2", "b2", "c2"], read: "abc" });
  expect(one.read("abc").results).toEqual(["a", "b", "c"]);
});
