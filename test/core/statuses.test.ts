import { describe, expect, it } from "vitest";
import { builtInStatuses } from "../../src/config/built-in-statuses.ts";
import { phaseOf, statusOf, stageOf } from "../../src/core/statuses.ts";

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
    ["✅", undefined],
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
    ["blue", undefined],
  ])("puts %s into the phase %s", (status, phase) => {
    expect(phaseOf(status, statuses)).toBe(phase);
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
