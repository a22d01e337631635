import { describe, expect, it } from "vitest";
import { builtInStatuses } from "../../src/config/built-in-statuses.ts";
import { phaseOf, phasesDiffer, statusOf, stageOf } from "../../src/core/statuses.ts";

const statuses = { all: builtInStatuses };

describe("stageOf", () => {
  it.each([
    ["implemented", "implemented"],
    ["Implemented (May)", "implemented"],
    ["implemented but not productized", "implemented"],
    ["repo-implemented", "implemented"],
    ["fast sellable", "implemented"],
    ["not implemented", "planned"],
    ["Not yet implemented", "planned"],
    ["not started", "planned"],
    ["partially implemented", "partial"],
    ["foundation-only", "partial"],
    ["In progress: player", "started"],
    ["WIP", "started"],
    ["Draft", "drafted"],
    ["approved by Ada", "approved"],
    ["superseded by Spec 4", "closed"],
    ["umgesetzt", "implemented"],
    ["nicht umgesetzt", "planned"],
    ["in Arbeit", "started"],
    ["terminé", "implemented"],
    ["en curso", "started"],
    ["implemented in part", undefined],
    ["done except exports", undefined],
    ["doneish", undefined],
    ["nearly there", undefined],
    ["", undefined],
    ["✅", "implemented"],
    ["🚧 player", "started"],
    ["❌", "closed"],
    ["🎨", undefined],
    ["blocked by the harbour", "waiting"],
    ["On hold", "waiting"],
    ["needs decision", "waiting"],
    ["en espera", "waiting"],
    ["レビュー中", "waiting"],
    ["won't do", "closed"],
    ["Duplicate of Kiln log", "closed"],
    ["没有", undefined],
  ])("reads %j as %s", (status, stage) => {
    expect(stageOf(status, statuses)).toBe(stage);
  });
});

describe("rungOf", () => {
  const own = {
    all: [
      { name: "open", stage: "planned", words: [] },
      { name: "open to visitors", stage: "implemented", words: ["live"] },
    ] as const,
  };
  it.each([
    ["open", "open"],
    ["Open to visitors since May", "open to visitors"],
    ["LIVE", "open to visitors"],
    ["opened", undefined],
  ])("takes the longest word that %j begins with", (status, name) => {
    expect(statusOf(status, own)?.name).toBe(name);
  });
});

describe("phaseOf", () => {
  it.each([
    ["planned", "open"],
    ["draft", "open"],
    ["approved", "open"],
    ["wip", "started"],
    ["partial", "started"],
    ["done", "implemented"],
    ["rejected", "closed"],
    ["paused", "waiting"],
    ["blue", undefined],
  ])("puts %s into the phase %s", (status, phase) => {
    expect(phaseOf(status, statuses)).toBe(phase);
  });
});

describe("phasesDiffer", () => {
  it.each([
    ["waiting", "open", false],
    ["started", "waiting", false],
    ["waiting", "waiting", false],
    ["waiting", "implemented", true],
    ["closed", "waiting", true],
    ["open", "started", true],
  ] as const)("%s and %s: %s", (one, other, expected) => {
    expect(phasesDiffer(one, other)).toBe(expected);
  });
});

describe("statusOf, with symbols for statuses", () => {
  const done = { name: "✅", stage: "implemented", words: ["x"] } as const;
  const open = { name: "☐", stage: "planned", words: ["⬜", "todo"] } as const;

  it.each([
    ["✅", done],
    [" ✅\uFE0F ", done],
    ["✅ shipped in May", done],
    ["✅ todo", open],
    ["⬜", open],
    ["✅ except exports", undefined],
    ["✅☐", undefined],
    ["🚧", undefined],
    ["-", undefined],
    ["", undefined],
    ["shipped", undefined],
  ])("%j", (text, expected) => {
    expect(statusOf(text, { all: [done, open] })).toBe(expected);
  });
});
