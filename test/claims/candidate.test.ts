import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const active = (text: string) => claimsOf("candidate", `# Spec candidates\n\n## Active\n\n${text}\n`);
const firstOf = (text: string) => {
  const [candidate] = active(text);
  if (candidate === undefined) throw new Error(`no candidate was read from ${text}`);
  return candidate;
};

describe("the fields of an entry", () => {
  it.each([
    ["- **Priority**: P1", ["Priority"], "P1"],
    ["- **Priority:** P1", ["Priority"], "P1"],
    ["- Priority: P1", ["Priority"], "P1"],
    ["- Anchors:\n  - `docs/berths.md`\n- Priority: P1", ["Anchors", "Priority"], "P1"],
    ["* __Priority__: P1 — before the regatta", ["Priority"], "P1 — before the regatta"],
    ["**Priority**: P1\n**Problem**: silt.", ["Priority", "Problem"], "P1"],
    ["- **Rank**: 4", ["Rank"], "4"],
    ["- **Priority**:", ["Priority"], ""],
  ])("are read from %j", (lines, labels, priority) => {
    const candidate = firstOf(`### Berth plans\n\n${lines}`);
    expect(candidate.fields.map((field) => field.label)).toEqual(labels);
    expect(candidate.priority?.text).toBe(priority);
  });

  it("belong to a bullet when they are nested in it", () => {
    const candidate = firstOf("- **Berth plans**: on paper.\n  - **Priority**: P2\n  - Depends on: `Tide tables`");
    expect(candidate.fields.map(({ names, value }) => [names, value.plain])).toEqual([
      [["priority"], "P2"],
      [["dependencies"], "Tide tables"],
    ]);
    expect(candidate.body.map((inline) => inline.plain)).toEqual([
      ": on paper.",
      "Priority: P2",
      "Depends on: Tide tables",
    ]);
  });

  it("win over a priority in the title, and that over the group", () => {
    const read = (title: string, field: string) =>
      active(`### P0 — Harbour of Emden\n\n#### ${title}\n\n${field}`).map((candidate) => [
        candidate.title,
        candidate.priority?.text,
      ]);
    expect(read("Berth plans (P1)", "- **Priority**: P2")).toEqual([["Berth plans", "P2"]]);
    expect(read("Berth plans (P1)", "- **Problem**: silt.")).toEqual([["Berth plans", "P1"]]);
    expect(read("Berth plans", "- **Problem**: silt.")).toEqual([["Berth plans", "P0"]]);
  });
});

describe("a bullet that begins with marked words", () => {
  it.each([
    ["- **Berth plans** [P2]: on paper.", "Berth plans", "P2"],
    ["- **Berth plans** on paper", "Berth plans", undefined],
    ["- **Berth plans**, on paper", "Berth plans", undefined],
    ["- **Berth plans** · P1", "Berth plans", "P1"],
    ["- **Berth plans** | P1", "Berth plans", "P1"],
    ["- **Berth plans** `P1`", "Berth plans", "P1"],
    ["- **Berth plans** P1", "Berth plans", "P1"],
    ["- **Berth plans** *(P1)*", "Berth plans", "P1"],
    ["- **Berth plans**: on paper (P1)", "Berth plans", "P1"],
    ["- `Berth plans` [P1]", "Berth plans", "P1"],
    ["- `Berth plans` P1 – on paper", "Berth plans", "P1"],
    ["- [Berth plans](https://example.org/plans) on paper", "Berth plans", undefined],
    ["- [2026-07-25] **Berth plans.** On paper.", "Berth plans", undefined],
    ["- 2026-07-25 – `Berth plans`: on paper.", "Berth plans", undefined],
    ["- [ ] **Berth plans** [P1] - on paper", "Berth plans", "P1"],
    ["- **SSO** for harbour masters", "SSO", undefined],
    ["- **Berth plans** P2P between harbours", "Berth plans", undefined],
  ])("is an entry: %j", (line, title, priority) => {
    expect(active(line).map((candidate) => [candidate.title, candidate.priority?.text])).toEqual([[title, priority]]);
  });

  it.each([
    "- **Note** that berths silt up.",
    "- **Wichtig**: nichts löschen.",
    "- **Do not** add berths here.",
    "- **None yet**",
    "- **Priority** high",
    "- **src/berths.ts** holds the table.",
    "- `softDeletes` is on.",
    "- `src/berths.ts` holds the table.",
    "- Berths are in `Berth plans`.",
  ])("or a note: %j", (line) => {
    expect(active(line)).toEqual([]);
  });

  it("among the notes of another entry is one of those", () => {
    const text = "### Berth plans\n\n- **Priority**: P1\n- `Tide tables` are needed for it.\n- **Silt** is a risk.";
    expect(active(text).map(({ title }) => title)).toEqual(["Berth plans"]);
  });
});

describe("a heading above bullets", () => {
  const titles = (text: string) => active(text).map(({ title, group }) => [title, group]);

  it("is a group when it says nothing itself and each is an entry", () => {
    expect(
      titles(
        "### Quays\n\n- **Berth plans** — on paper.\n- `Tide tables`: printed.\n\n### Boats\n\n- **Mooring buoys** [P1]",
      ),
    ).toEqual([
      ["Berth plans", "Quays"],
      ["Tide tables", "Quays"],
      ["Mooring buoys", "Boats"],
    ]);
  });

  it.each([
    "### Berth plans\n\nThey are on paper.\n\n- **Quays**: three.\n- **Boats**: five.",
    "### Berth plans\n\n- **Problem**: silt.\n- **Quays**: three.",
    "### Berth plans\n\n- **Quays** — three.\n- [The plan](plan.md)",
    "### Berth plans\n\n- **Quays**: three.\n- The boats are five.",
    "### Berth plans -> Spec 012\n\n- **Quays** — three.",
    "### Berth plans",
  ])("is an entry otherwise: %j", (text) => {
    expect(titles(text).map(([title]) => title)).toEqual(["Berth plans"]);
  });
});

it("reads on after a comment between the fields of an entry and the bullets that follow", () => {
  const fields = "### Berth plans\n\n- **Priority**: P1";
  const comment = "<!-- queue-lint-disable-next-line active/overlap -- two harbours -->";
  expect(active(`${fields}\n\n${comment}\n\n- \`Tide tables\`: printed.`).map(({ title }) => title)).toEqual([
    "Berth plans",
    "Tide tables",
  ]);
  expect(active(`${fields}\n\n${comment}\n\n- Tide tables are printed.`).map(({ title }) => title)).toEqual([
    "Berth plans",
  ]);
});

describe("the title of an entry", () => {
  it.each([
    ["- **P1 — Berth plans**: on paper.", "Berth plans", "P1"],
    ["- **[P1] Berth plans** — on paper.", "Berth plans", "P1"],
    ["- P1: `Berth plans`: on paper.", "Berth plans", "P1"],
    ["- [ ] Berth plans (P3)", "Berth plans", "P3"],
    ["- `P2P sync of berths`: on paper.", "P2P sync of berths", undefined],
  ])("gives up its priority: %j", (line, title, priority) => {
    expect(active(line).map((candidate) => [candidate.title, candidate.priority?.text])).toEqual([[title, priority]]);
  });

  it.each([
    ["- `Berth plans` -> Spec 012", [["012", undefined]]],
    ["- **Berth plans** → Spec 012 (`berth-plans`)", [["012", "berth-plans"]]],
    ["- Berth plans -> `specs/012-berth-plans`", [["012", "berth-plans"]]],
    ["- Berth plans -> refreshed Spec 043", [["043", undefined]]],
    [
      "- `Berth plans` -> Spec 012 and Spec 013",
      [
        ["012", undefined],
        ["013", undefined],
      ],
    ],
    ["- `Berth plans`: after Spec 012", []],
    ["### Berth plans -> Spec 012", [["012", undefined]]],
  ])("points at specs behind an arrow only: %j", (line, targets) => {
    expect(
      active(line).map((candidate) => [candidate.title, candidate.targets.map(({ digits, slug }) => [digits, slug])]),
    ).toEqual([["Berth plans", targets]]);
  });

  it.each([
    ["x", "x"],
    ["X", "X"],
    [" ", " "],
    ["~", "~"],
    ["-", "-"],
    ["!", "!"],
  ])("keeps the mark [%s] of its box", (written, mark) => {
    expect(firstOf(`- [${written}] Berth plans: on paper.`)).toMatchObject({ title: "Berth plans", mark });
  });

  it("is that of the box above its steps, and steps are no entries", () => {
    expect(
      active("- [ ] `Berth plans`: on paper.\n  - [x] Measure the quay\n  - [ ] Draw the map").map(
        (candidate) => candidate.title,
      ),
    ).toEqual(["Berth plans"]);
  });
});
