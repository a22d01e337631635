import { describe, expect, it } from "vitest";
import type { ClaimKind, ClaimOf } from "../../src/core/claims/claim.ts";
import type { DocumentRole } from "../../src/core/document.ts";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { rules } from "../../rules/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const paths: Partial<Record<DocumentRole, string>> = {
  queue: "docs/product/spec-candidates.md",
  roadmap: "docs/product/roadmap.md",
  ledger: "docs/product/implementation-ledger.md",
  inbox: "docs/product/discoveries.md",
};

/** The claims of one kind that a document of a role makes. */
function read<Kind extends ClaimKind>(kind: Kind, role: DocumentRole, text: string): readonly ClaimOf<Kind>[] {
  const snapshot = memorySnapshot({
    "docs/product/spec-candidates.md": "# Queue\n\n## Active\n\nNone.\n",
    [paths[role] ?? ""]: text,
  });
  const claims = buildModel(snapshot, resolveConfig({}, { snapshot, rules }).settings).claims.of(kind);
  for (const { location } of claims)
    expect(text.slice(0, location.offset).split(/\r?\n/).length).toBe(
      location.path === paths[role] ? location.line : 1,
    );
  return claims;
}

describe("the ledger", () => {
  const rows = (text: string) =>
    read("ledger-row", "ledger", text).map(({ title, word, targets }) => [
      title,
      word.text,
      targets.map((target) => target.digits),
    ]);

  it("is read whatever the order and language of its columns", () => {
    expect(
      rows("| Evidence | Stand | Notes | Fähigkeit |\n|---|---|---|---|\n| - | `umgesetzt` | Spec 012 | Garderobe |\n"),
    ).toEqual([["Garderobe", "umgesetzt", ["012"]]]);
    expect(
      rows("| Implementation status | Work item |\n|---|---|\n| **Done** (May) | [Lockers](specs/013-lockers/) |\n"),
    ).toEqual([["Lockers", "Done", ["013"]]]);
  });

  it.each([
    ["`fast sellable` — die letzte Schicht fehlt", "fast sellable"],
    ["**Partial**, siehe unten", "Partial"],
    ["In progress; since May", "In progress"],
    ["✅ done", "done"],
    ["not implemented", "not implemented"],
    ["foundation-only – tragend", "foundation-only"],
    ["-", ""],
    ["TBD", ""],
    ["_sellable_", "sellable"],
    ["done -> see notes", "done"],
  ])("takes the status %j for %j", (cell, word) => {
    expect(rows(`| Feature | Status |\n|---|---|\n| Lockers | ${cell} |\n`)).toEqual([["Lockers", word, []]]);
  });

  it("says which column a table lacks, unless another table has all", () => {
    const lacking = "| Feature | Colour |\n|---|---|\n| Lockers | red |\n";
    expect(read("malformed", "ledger", lacking).map((claim) => claim.message)).toEqual([
      expect.stringMatching(/no column for the status.*“Feature”, “Colour”.*columns\.status/),
    ]);
    expect(read("malformed", "ledger", `${lacking}\n| Feature | Status |\n|---|---|\n| Lockers | done |\n`)).toEqual(
      [],
    );
    expect(read("malformed", "ledger", "| Room | Colour |\n|---|---|\n| Hall | red |\n")).toEqual([]);
  });

  it("gives paths and commits as evidence", () => {
    const found = read(
      "evidence",
      "ledger",
      "| Feature | Status | Evidence |\n|---|---|---|\n| Lockers | done | `src/a.ts:12`, [test](test/a.test.ts#L3), `3f2a91c`, `facade`, [web](https://example.org/a.ts) |\n",
    );
    expect(found.map(({ form, target, row }) => [form, target, row])).toEqual([
      ["path", "src/a.ts", "lockers"],
      ["path", "test/a.test.ts", "lockers"],
      ["commit", "3f2a91c", "lockers"],
    ]);
  });

  it("explains its status words in a list", () => {
    expect(
      read(
        "status-legend",
        "ledger",
        "## Status model\n\n- `planned`: to come.\n- **live**: there.\n- no word\n\n## Other\n\n- `x`: y\n",
      ).map((claim) => claim.word),
    ).toEqual(["planned", "live"]);
  });
});

describe("the roadmap", () => {
  const items = (text: string) =>
    read("roadmap-item", "roadmap", text).map(({ title, form, horizon, status }) => [
      title,
      form,
      horizon,
      status?.text,
    ]);

  it("has rows, with status and lane where the document gives them", () => {
    expect(
      items("## Done\n\n| Order | Theme | Status |\n|---|---|---|\n| 1 | **Lockers** (north) | **Done** |\n"),
    ).toEqual([["Lockers", "row", "done", "Done"]]);
    expect(items("| Theme | Why |\n|---|---|\n| Lockers — with codes | cheap |\n")).toEqual([
      ["Lockers", "row", undefined, undefined],
    ]);
  });

  it("has bullets under Now, Next and Later, and under the headings that divide them", () => {
    expect(
      items(
        "## Now (Q4)\n\n- **Lockers**: codes\n- [Coats](x.md)\n- **Owner**: Ada\n\n### North wing\n\n- Hooks (Spec 014)\n\n## Later\n\nSome words.\n\n- Parrots.\n\n## Background\n\n- Not an item\n",
      ),
    ).toEqual([
      ["Lockers", "bullet", "now", undefined],
      ["Coats", "bullet", "now", undefined],
      ["Hooks", "bullet", "now", undefined],
      ["Parrots", "bullet", "later", undefined],
    ]);
  });

  it("has the specs of keyed lines, each a reference too", () => {
    const text =
      "**Active specs**: 122, 121\n\n- **Specced follow-through (draft)**: 149 (seat, maps), 150\n- **Specs**: see below\n- **Size of specs**: 3.5\n";
    expect(items(text)).toEqual([
      ["Spec 122", "keyed", "now", undefined],
      ["Spec 121", "keyed", "now", undefined],
      ["seat, maps", "keyed", "next", undefined],
      ["Spec 150", "keyed", "next", undefined],
    ]);
    expect(read("spec-reference", "roadmap", text).map((claim) => claim.target.spec)).toEqual([122, 121, 149, 150]);
  });

  it.each([
    ["active P0 candidate", "active", "P0"],
    ["manual promotion only", "manual", undefined],
    ["specced as Spec 258", "promoted", undefined],
    ["Deferred candidate", "deferred", undefined],
    ["no active candidate", undefined, undefined],
    ["not specced as Spec 258", undefined, undefined],
    ["was an active P0 candidate", undefined, undefined],
    ["active", undefined, undefined],
  ])("says %j of a candidate: %s", (cell, says, priority) => {
    expect(
      read("reported-role", "roadmap", `| Theme | Note |\n|---|---|\n| Lockers | ${cell} |\n`).map((claim) => [
        claim.says,
        claim.priority,
      ]),
    ).toEqual(says === undefined ? [] : [[says, priority]]);
  });

  it("needs one word only in the column for it", () => {
    expect(
      read("reported-role", "roadmap", "| Theme | Candidate posture |\n|---|---|\n| Lockers | Active P1 |\n").map(
        (claim) => [claim.says, claim.priority],
      ),
    ).toEqual([["active", "P1"]]);
  });

  it.each([
    [
      'flowchart LR\n  A["Lockers<br/>north"]:::done --> B(Coats)\n  class B,C in_progress',
      [
        ["Lockers", "done"],
        ["Coats", "in progress"],
      ],
    ],
    ["graph TD\n  A{{Lockers}} --> B[/Coats/]\n  A:::todo", [["Lockers", "todo"]]],
    [
      "gantt\n  section A\n  Lockers :crit, done, a1, 2026-01-01, 3d\n  Coats :c1, 2026-02-01, 3d\n  Hooks:active, 5d",
      [
        ["Lockers", "done"],
        ["Hooks", "active"],
      ],
    ],
    ["sequenceDiagram\n  A->>B: done", []],
  ])("shows states in the diagram %j", (diagram, states) => {
    expect(
      read("diagram-state", "roadmap", `\`\`\`mermaid\n${diagram}\n\`\`\`\n`).map((claim) => [
        claim.title,
        claim.state,
      ]),
    ).toEqual(states);
  });

  it("keeps orders in numbered lists and ranked tables", () => {
    expect(
      read(
        "ordering",
        "roadmap",
        "1. **Lockers**: now\n2. Coats\n\n- no order\n\n| Rank | Theme |\n|---|---|\n| 1 | Hooks |\n",
      ).map((claim) => claim.keys),
    ).toEqual([["hooks"], ["lockers", "coats"]]);
  });
});

describe("counts", () => {
  it.each([
    ["**Specs**: 53", [["specs", 53]]],
    ["- **Deferred candidates**: 4", [["deferred", 4]]],
    ["The directory holds 7 specs.", [["specs", 7]]],
    ["There are currently 50 promoted entries.", [["promoted", 50]]],
    ["We shipped 12 specs in May.", []],
    ["There are 7 specs from the old system.", []],
    ["about 50 specs", []],
    ["**Specs**: 3 or 4", []],
    ["It has 9 specs left.", []],
  ])("are read from %j", (text, counts) => {
    expect(
      read("count", "roadmap", `# Roadmap\n\n${text}\n`).map(({ subject, count, digits }) => [
        subject,
        count,
        digits.text,
      ]),
    ).toEqual(counts.map(([subject, count]) => [subject, count, String(count)]));
  });

  it("stand behind headings of the queue", () => {
    const text =
      "# Queue\n\n## Active (0)\n\n## Deferred (2 entries)\n\n- `A`: b\n\n## Superseded in the rebuild (2024 and before)\n";
    expect(read("count", "queue", text).map(({ subject, count }) => [subject, count])).toEqual([
      ["active", 0],
      ["deferred", 2],
    ]);
  });
});

describe("the inbox", () => {
  it("has findings under headings with text, settled when they say so", () => {
    const text =
      "# Discoveries\n\nIntro.\n\n## 2026-05-01 — Lost keys\n\n- seen twice\n\n## May\n\n### Wet coats\n\nPromoted to the queue.\n\n## Archive\n\n### Old keys\n\nx\n\n## Empty\n";
    expect(read("discovery", "inbox", text).map(({ title, settled }) => [title, settled])).toEqual([
      ["Lost keys", false],
      ["Wet coats", true],
    ]);
  });
});
