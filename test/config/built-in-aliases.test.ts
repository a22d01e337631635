import { expect, it } from "vitest";
import { builtInFields, builtInSections } from "../../src/config/built-in-aliases.ts";
import { entryKey } from "../../src/core/entry-key.ts";

// Headings are compared without punctuation, labels as they are.
it.each([
  ["section", Object.values(builtInSections).flat().map(entryKey)],
  ["field", Object.values(builtInFields).flat()],
])("no alias names a %s twice", (_, keys) => {
  expect(keys).not.toContain("");
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it("labels are in lower case with single spaces", () => {
  for (const label of Object.values(builtInFields).flat())
    expect(label).toBe(label.toLowerCase().trim().replace(/\s+/g, " "));
});
