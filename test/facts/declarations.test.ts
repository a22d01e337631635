import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Declarations } from "../../src/core/declaration.ts";
import { buildFacts } from "../../src/facts/build-facts.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

function declared(files: Readonly<Record<string, string>>): Declarations {
  const snapshot = memorySnapshot({ "specs/001-kiln/spec.md": "# Kiln\n", ...files });
  return buildFacts(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings).declarations;
}

const inReadme = (text: string): Declarations => declared({ "specs/README.md": `# Specs\n\n${text}\n` });
const inAgents = (text: string): Declarations => declared({ "AGENTS.md": `# Agents\n\n${text}\n` });

describe("the status of specs is not kept up", () => {
  it.each([
    "Everything below is a **point-in-time** record.",
    "| Specs | point-in-time records |",
    "These folders are SHIPPED, do NOT execute them.",
    "Statuses are no longer maintained.",
    "When a spec has shipped, its status is not updated.",
    "Les statuts ne sont pas mis à jour.",
    "El estado no se actualiza tras la entrega.",
    "Os estados não são atualizados.",
    "状态不再更新。",
    "**Authoritative status lives in [`../plan.yaml`](../plan.yaml)**, not in the badges below.",
    "The status is tracked in Linear.",
    "Wir lassen Specs liegen, wie sie sind: Momentaufnahmen.",
  ])("where the index of the specs says: %s", (text) => {
    expect(inReadme(text).unkept("status", 1)).toBeDefined();
  });

  it.each([
    "Specs are not point-in-time records.",
    "If a status is not updated, the gate fails.",
    "A status that is not updated misleads everybody.",
    "Task boxes are not updated.",
    "The status lives in the header of each spec.",
    "The status is kept in every `spec.md`.",
    "```\nspecs are point-in-time records\n```",
    "<!-- specs are point-in-time records -->",
    "The files in `docs/minutes/` are point-in-time records.",
    "Specs 040 to 044 are historical records.",
    "Keep every status current.",
  ])("not where it says: %s", (text) => {
    expect(inReadme(text).unkept("status", 1)).toBeUndefined();
  });

  it("where another document says it of specs, of their folder or of the field", () => {
    expect(inAgents("Specs are frozen once they ship.").unkept("status", 1)).toBeDefined();
    expect(inAgents("What is in `specs/` is a historical record.").unkept("status", 1)).toBeDefined();
    expect(inAgents("Status fields are not updated.").unkept("status", 1)).toBeDefined();
    expect(inAgents("The status of a spec is tracked in `ops/board.yaml`.").unkept("status", 1)).toBeDefined();
    expect(inAgents("Incident status is tracked in `ops/board.yaml`.").unkept("status", 1)).toBeUndefined();
    expect(inAgents("Reports are point-in-time records.").unkept("status", 1)).toBeUndefined();
    expect(inAgents("Plans in `notes/plans/` are point-in-time records.").unkept("status", 1)).toBeUndefined();
  });

  it("quotes the sentence where it begins, over the end of a line", () => {
    const found = inReadme("Read this first. Each folder is a point-in-time\nrecord of a decision. Ask us.").unkept(
      "status",
    );
    expect(found?.text).toBe("Each folder is a point-in-time record of a decision.");
    expect(found?.location).toMatchObject({ path: "specs/README.md", line: 3 });
  });
});

describe("a number is shared or free on purpose", () => {
  it.each([
    ["shared", "Numbers 041 to 043 are shared by two teams.", [41, 42, 43], [40, 44]],
    ["shared", "Specs 7, 8 and 9 share their numbers with the web team.", [7, 8, 9], [6, 10]],
    ["shared", "`041-hall` and `041-stair` have the same number; the slug tells them apart.", [41], [40]],
    ["shared", "Language variants share the number of their parent.", [1, 500], []],
    ["shared", "041–043 are shared by two teams, since 2026-07-25.", [41, 42], [7, 25, 2026]],
    ["shared", "番号 012 は重複しています。", [12], [13]],
    ["unused", "011 was skipped.", [11], [12]],
    ["unused", "Nummer 011 wurde übersprungen.", [11], [12]],
    ["unused", "Numbers up to 009 were never used.", [0, 9], [10]],
  ] as const)("%s: %s", (...[kind, text, covered, others]) => {
    const facts = inReadme(text);
    expect(covered.filter((spec) => facts.explained(kind, spec) === undefined)).toEqual([]);
    expect(others.filter((spec) => facts.explained(kind, spec) !== undefined)).toEqual([]);
  });

  it.each([
    "Numbers are never reused.",
    "Two specs must not share a number: 041 is taken.",
    "If a number is used twice, tell the office.",
    "Spec 041 has 3 variants.",
  ])("not where it says: %s", (text) => {
    expect(inReadme(text).explained("shared", 41)).toBeUndefined();
  });
});
