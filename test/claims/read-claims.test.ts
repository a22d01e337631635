import { describe, expect, it } from "vitest";
import { readClaims } from "../../src/claims/read-claims.ts";
import type { ClaimKind, ClaimOf } from "../../src/core/claims/claim.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const path = "docs/product/spec-candidates.md";
const settings = resolveConfig(
  {},
  { snapshot: memorySnapshot({ [path]: "", "specs/001-a/spec.md": "" }), rules: [] },
).settings;

function claims<Kind extends ClaimKind>(kind: Kind, text: string): readonly ClaimOf<Kind>[] {
  return readClaims([parseDocument(text, { path, role: "queue" })], settings).of(kind);
}
const candidates = (text: string) =>
  claims("candidate", text).map(({ role, title, shape, priority, targets }) => ({
    role,
    title,
    shape,
    priority: priority?.text,
    specs: targets.map((target) => target.spec),
  }));
const titles = (text: string): string[] => claims("candidate", text).map((candidate) => candidate.title);

describe("entries", () => {
  it("reads a heading with its fields, nested anchors included", () => {
    const [entry] = claims(
      "candidate",
      "## Manual\n\n### Night mode\n\n- **Priority**: 1\n- **Why manual:** a decision.\n- **Anchors**:\n  - `src/a.ts`\n  - `src/b.ts`\n",
    );
    expect(
      entry?.fields.map(({ label, names, items }) => ({ label, names, items: items.map((item) => item.plain) })),
    ).toEqual([
      { label: "Priority", names: ["priority"], items: [] },
      { label: "Why manual", names: ["reason"], items: [] },
      { label: "Anchors", names: ["anchors"], items: ["src/a.ts", "src/b.ts"] },
    ]);
    expect(
      claims("path", "## Manual\n\n### Night mode\n\n- **Anchors**:\n  - `src/a.ts`\n").map(
        ({ target, source, entry: key }) => ({ target, source, key }),
      ),
    ).toEqual([{ target: "src/a.ts", source: "anchor", key: "night mode" }]);
  });

  it.each([
    ["- `Night mode`: for late readers.", "Night mode", "code"],
    ["- **Night mode**: for late readers.", "Night mode", "bold"],
    ["- **Night mode:** for late readers.", "Night mode", "bold"],
    ["- **Night mode** — for late readers.", "Night mode", "bold"],
    ["- [Night mode](notes/night.md): for late readers.", "Night mode", "link"],
    ["- Night mode -> Spec 012 (`night-mode`)", "Night mode", "arrow"],
    ["- [ ] Night mode: for late readers", "Night mode", "task"],
    ["- [~] Night mode", "Night mode", "task"],
    ["1. `Night mode`: for late readers.", "Night mode", "code"],
  ])("reads %j", (line, title, shape) => {
    expect(candidates(`## Active\n\n${line}\n`).map((entry) => [entry.title, entry.shape])).toEqual([[title, shape]]);
  });

  it.each([
    "- Things like `Night mode` stay out until somebody asks.",
    "- The queue of spring was cleared because Spec 012 covers it.",
    "- `src/night.ts`: has to change.",
    "- `nightMode`: a flag.",
    "- `night_mode` is dark.",
    "- Night mode",
    "- **Priority**: P1",
    "- Data flows -> the archive, as always.",
  ])("takes %j as a note", (line) => {
    expect(titles(`## Active\n\n${line}\n`)).toEqual([]);
  });

  it.each([
    [
      "the next level",
      "### P0 — Release blockers\n\n#### Night mode\n\n- **Problem**: bright.\n\n### P1\n\n#### Day mode\n\n- **Problem**: dark.\n",
    ],
    [
      "the same level",
      "### P0 — Release blockers\n\n### Night mode\n\n- **Problem**: bright.\n\n### P1 — Later\n\n### Day mode\n\n- **Problem**: dark.\n",
    ],
    ["bullets", "### P0 — Release blockers\n\n- `Night mode`: dark.\n\n### P1\n\n- `Day mode`: bright.\n"],
  ])("takes the priority of a group from its heading: %s", (_, text) => {
    expect(candidates(`## Active\n\n${text}`).map(({ title, priority }) => [title, priority])).toEqual([
      ["Night mode", "P0"],
      ["Day mode", "P1"],
    ]);
  });

  it("takes a heading with a priority and fields of its own as an entry", () => {
    expect(
      candidates("## Active\n\n### P1 — Night mode\n\n- **Problem**: bright.\n").map(({ title, priority }) => [
        title,
        priority,
      ]),
    ).toEqual([["Night mode", "P1"]]);
  });

  it("takes bullets with a title after the last field as entries of their own, nested ones not", () => {
    const text =
      "## Deferred\n\n### Night mode\n\n- **Priority**: P2\n- **Follow-ups**:\n  - `Moon mode v1`: first.\n- `Day mode v1`: later.\n- Other things, unsorted: later.\n";
    expect(titles(text)).toEqual(["Night mode", "Day mode v1"]);
  });

  it("takes a list of the entry itself as its text", () => {
    expect(titles("## Active\n\n### Night mode\n\nOptions:\n\n- `Dark grey`: soft.\n- `Real black`: hard.\n")).toEqual([
      "Night mode",
    ]);
  });

  it("keeps the former title", () => {
    expect(
      claims("candidate", "## Active\n\n- `Night mode` (formerly `Dark theme`): x.\n\n### Moon (formerly Lunar)\n").map(
        ({ title, aliases }) => [title, aliases],
      ),
    ).toEqual([
      ["Night mode", ["dark theme"]],
      ["Moon", ["lunar"]],
    ]);
  });
});

describe("removal records", () => {
  const list = "- `Night mode` -> Spec 012\n- `Day mode` -> refreshed Spec 003\n";
  it("are the lines of a list that says what left the active section", () => {
    const text = `## Active\n\nThese were removed from the active queue because specs cover them:\n\n${list}`;
    expect(titles(text)).toEqual([]);
    expect(claims("removal-record", text).map(({ title, targets }) => [title, targets[0]?.digits])).toEqual([
      ["Night mode", "012"],
      ["Day mode", "003"],
    ]);
  });

  it("need the announcement, and the active section", () => {
    expect(titles(`## Active\n\nNext up:\n\n${list}`)).toEqual(["Night mode", "Day mode"]);
    expect(claims("removal-record", `## Deferred\n\nRemoved:\n\n${list}`)).toEqual([]);
  });
});

describe("section roles", () => {
  it.each([
    ["Active Candidate Queue", "active"],
    ["Deferred / Existing Drafts Outside the Current Queue", "deferred"],
    ["2. Promoted to Spec (2026)", "promoted"],
    ["✅ Superseded items", "superseded"],
    ["Promotable Candidate Backlog", "manual"],
    ["Candidate Rules", "prose"],
    ["Active Directory integration", undefined],
    ["Deferred rendering", undefined],
    ["Zebra", undefined],
  ])("“%s” is %s", (heading, role) => {
    expect(claims("section", `## Active\n\n## ${heading}\n`).at(-1)?.role).toBe(role);
  });
});

describe("references", () => {
  it.each([
    ["Spec 012", [12]],
    ["refreshed Spec 012 (`night-mode`)", [12]],
    ["Specs 012, 013 and 014", [12, 13, 14]],
    ["spec 012", [12]],
    ["SPEC-012", [12]],
    ["Spec #12", [12]],
    ["spec 3 of the bank", []],
    ["OpenAPI Spec 3", []],
    ["Spec 3.1", []],
    ["`Spec 012`", []],
    ["Spec 012-014 years", [12]],
  ])("%j names %j", (words, specs) => {
    expect(claims("spec-reference", `## Notes\n\nSee ${words}.\n`).map((claim) => claim.target.spec)).toEqual(specs);
  });

  it("keeps slug and place", () => {
    const [reference] = claims("spec-reference", "## Notes\n\n> See\n> Spec\n> 012 (`012-night-mode`), they say.\n");
    expect(reference?.target).toMatchObject({ spec: 12, digits: "012", slug: "night-mode" });
    expect(reference?.location).toMatchObject({ line: 4, column: 3, endLine: 5 });
  });

  it("reads ranges once", () => {
    const text = "## Notes\n\nSpecs 251-260 and Specs 12 to 15.\n";
    expect(claims("range", text).map(({ from, to }) => [from, to])).toEqual([
      [251, 260],
      [12, 15],
    ]);
    expect(claims("spec-reference", text)).toEqual([]);
  });
});

describe("dependencies", () => {
  it("are specs, titles in code, or plain titles", () => {
    const text =
      "## Active\n\n### Night mode\n\n- **Depends on**: Spec 012 (`day-mode`), `Moon mode`\n\n### Moon mode\n\n- **Blocked by**: Star map, sun chart.\n\n### Star map\n\n- **Depends on**: none\n";
    expect(claims("dependency", text).map(({ dependent, key }) => [dependent, key])).toEqual([
      ["night mode", "spec 12"],
      ["night mode", "moon mode"],
      ["moon mode", "star map"],
      ["moon mode", "sun chart"],
    ]);
  });
});
