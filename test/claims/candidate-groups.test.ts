import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const active = (text: string) => claimsOf("candidate", `# Spec candidates\n\n## Active\n\n${text}\n`);
const firstOf = (text: string) => {
  const [candidate] = active(text);
  if (candidate === undefined) throw new Error(`no candidate was read from ${text}`);
  return candidate;
};

describe("groups of priority", () => {
  const groups = (text: string) =>
    active(text).map((candidate) => [candidate.title, candidate.group, candidate.priority?.location.line]);

  it.each([
    [
      "at the next level",
      "### P0 — Harbour of Emden\n\n#### Berth plans\n\nOn paper.\n\n### P1\n\n#### Tide tables\n\nOut of date.",
      11,
    ],
    [
      "at the same level",
      "### P0 — Harbour of Emden\n\n### Berth plans\n\nOn paper.\n\n### P1\n\n### Tide tables\n\nOut of date.",
      11,
    ],
    [
      "as bullets",
      "### P0 — Harbour of Emden\n\n- `Berth plans`: on paper.\n\n### P1\n\n- `Tide tables`: out of date.",
      9,
    ],
  ])("hold the entries below them %s, and their heading is the place of the priority", (_, text, second) => {
    expect(groups(text)).toEqual([
      ["Berth plans", "P0 — Harbour of Emden", 5],
      ["Tide tables", "P1", second],
    ]);
  });

  it("may explain themselves, and are no entries when they are empty", () => {
    expect(
      groups(
        "### P0 — Harbour of Emden\n\nNothing sails without these.\n\n### Berth plans\n\nOn paper.\n\n### P1\n\nNone.",
      ),
    ).toEqual([["Berth plans", "P0 — Harbour of Emden", 5]]);
  });
});

describe("the place of an entry", () => {
  it("is its title line; its extent reaches to the next entry", () => {
    const text =
      "### Berth plans\n\n- **Priority**: P1\n- **Problem**: silt.\n- `Tide tables v1`: out of date.\n  By years.\n\n### Crew rota\n\n- **Priority**: P2";
    expect(
      active(text).map(({ title, order, location, extent }) => [
        title,
        order,
        location.line,
        location.column,
        extent.line,
        extent.endLine,
      ]),
    ).toEqual([
      ["Berth plans", 0, 5, 5, 5, 9],
      ["Tide tables v1", 1, 9, 3, 9, 10],
      ["Crew rota", 2, 12, 5, 12, 14],
    ]);
  });

  it("tells its section and role", () => {
    const text =
      "# Spec candidates\n\n## Manual promotion only\n\n### Berth plans\n\n## Parked\n\n- `Tide tables`: later.\n";
    expect(claimsOf("candidate", text).map(({ title, role, section }) => [title, role, section])).toEqual([
      ["Berth plans", "manual", "Manual promotion only"],
      ["Tide tables", "deferred", "Parked"],
    ]);
  });
});

it.each([
  ["1. Berth plans", ["Berth plans"]],
  ["3.1 Berth plans", ["Berth plans"]],
  ["Candidate: Berth plans", ["Berth plans"]],
  ["2) Idea 4 – Berth plans {#berths}", ["Berth plans"]],
  ["365 days of tides", ["days of tides"]],
  ["Berth plans", []],
  ["Candidate berths", []],
  ["3D berths", []],
])("the heading %j has the variants %j, and is itself", (heading, variants) => {
  const candidate = firstOf(`### ${heading}\n\n- **Problem**: silt.`);
  expect(candidate.variants).toEqual(variants);
  expect(candidate.title).toBe(heading);
});

it("is the same with characters that nobody sees", () => {
  expect(firstOf("- **Ber\u00adth\u200b plans**: on paper.").key).toBe("berth plans");
});
