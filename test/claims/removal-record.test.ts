import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const queue = (text: string) => `# Spec candidates\n\n## Active\n\n${text}\n`;
const records = (text: string) =>
  claimsOf("removal-record", queue(text)).map(({ title, targets }) => [
    title,
    ...targets.map((target) => target.digits),
  ]);
const titles = (text: string) => claimsOf("candidate", queue(text)).map((candidate) => candidate.title);
const list =
  "- `Berth plans` -> Spec 012 (`berth-plans`)\n- Tide tables -> refreshed Spec 043\n- `Fuel log` -> Spec 044 and Spec 045";
const listed = [
  ["Berth plans", "012"],
  ["Tide tables", "043"],
  ["Fuel log", "044", "045"],
];

describe("a list of what left the active section", () => {
  it.each([
    "Removed from the active queue:",
    "The following were cleared by the audit of May:",
    "No longer candidates, because specs already cover them:",
    "Removed from the active queue on 3 May.",
    "**Recently promoted**",
    "These have been promoted:",
  ])("is announced by %j", (intro) => {
    expect(records(`${intro}\n\n${list}`)).toEqual(listed);
    expect(titles(`${intro}\n\n${list}`)).toEqual([]);
  });

  it("is announced by a sub-heading", () => {
    expect(records(`### Removed since May\n\n${list}`)).toEqual(listed);
  });

  it("may name specs without an arrow, or none, when the sentence before it ends in a colon", () => {
    expect(
      records("Removed from the active queue:\n\n- `Berth plans`: it is Spec 012 now.\n- `Tide tables`: nobody asks."),
    ).toEqual([["Berth plans", "012"], ["Tide tables"]]);
  });

  it.each([
    "Next up:",
    "Ready to be promoted:",
    "Once the first of them were promoted, the rest follows.",
    "Nobody asked for more.",
  ])("is not announced by %j", (intro) => {
    const open = "- `Berth plans`: on paper.\n- `Tide tables`: out of date.";
    expect(records(`${intro}\n\n${open}`)).toEqual([]);
    expect(titles(`${intro}\n\n${open}`)).toEqual(["Berth plans", "Tide tables"]);
  });

  it("needs a spec on every line when no colon announces it", () => {
    const mixed = "Removed the old ones in May.\n\n- `Berth plans` -> Spec 012\n- `Tide tables`: out of date.";
    expect(records(mixed)).toEqual([]);
    expect(titles(mixed)).toEqual(["Berth plans", "Tide tables"]);
  });

  it("ends with the next paragraph", () => {
    const text =
      "Removed from the active queue:\n\n- `Berth plans` -> Spec 012\n\nOpen:\n\n- `Tide tables`: out of date.";
    expect(records(text)).toEqual([["Berth plans", "012"]]);
    expect(titles(text)).toEqual(["Tide tables"]);
  });
});

describe("a single line that says that it was removed", () => {
  it.each([
    ["- `Berth plans`: removed because it is already Spec 012.", [["Berth plans", "012"]]],
    ["- **Berth plans** — cleared in May.", [["Berth plans"]]],
    ["- `Berth plans` (was retired)", [["Berth plans"]]],
    ["- `Berth plans`: the old quay was removed.", []],
    ["- `Berth plans`: show what was dropped.", []],
  ])("%j", (line, expected) => {
    expect(records(line)).toEqual(expected);
    expect(titles(line)).toEqual(expected.length === 0 ? ["Berth plans"] : []);
  });
});

it("has the place of its line, from the title to the target", () => {
  const [record] = claimsOf("removal-record", queue("Removed:\n\n- `Berth plans` -> Spec 012, in May"));
  expect(record).toMatchObject({
    key: "berth plans",
    text: "Berth plans -> Spec 012",
    location: { line: 7, column: 3 },
  });
});

it.each(["Deferred", "Promoted to spec", "Superseded"])(
  "stands in the active section only, not under “%s”",
  (section) => {
    const text = `# Spec candidates\n\n## ${section}\n\nRemoved from the active queue:\n\n- \`Berth plans\` -> Spec 012\n`;
    expect(claimsOf("removal-record", text)).toEqual([]);
    expect(claimsOf("candidate", text).map((candidate) => candidate.title)).toEqual(["Berth plans"]);
  },
);

describe("what is left of a queue that was cleared", () => {
  it.each([
    "The queue was cleared in May; what is left now:",
    "Most were removed. Still open:",
    "After three were dropped, these remain:",
    "The old entries were retired; the current queue:",
  ])("is candidates below %j", (intro) => {
    const open = "- **Berth plans**: on paper.\n- **Tide tables**: out of date.";
    expect(titles(`${intro}\n\n${open}`)).toEqual(["Berth plans", "Tide tables"]);
    expect(records(`${intro}\n\n${open}`)).toEqual([]);
  });

  it("is a candidate with an open box, whatever the sentence above says", () => {
    const text = "Removed from the active queue:\n\n- [ ] Berth plans\n- [x] Tide tables";
    expect(titles(text)).toEqual(["Berth plans"]);
    expect(records(text)).toEqual([["Tide tables"]]);
  });

  it.each([
    ["### Removed duplicates cleanup\n\n- **Priority**: P2", ["Removed duplicates cleanup"]],
    ["### Retired berths report\n\nOn paper until now.", ["Retired berths report"]],
    ["### Dropped anchors map\n\n- a note\n- another note", ["Dropped anchors map"]],
    ["### Removed\n\nNone.", []],
    ["### Removed (specced)\n\n- `Berth plans` -> Spec 012", []],
    ["### Cleared on 3 May\n\n- `Berth plans`: nobody asks.", []],
  ])("is an entry by its heading in %j: %j", (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });
});
