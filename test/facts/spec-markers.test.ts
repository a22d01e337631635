import { describe, expect, it } from "vitest";
import { builtInBoxMarks } from "../../src/config/built-in-box-marks.ts";
import { readTasks, scanMarkers } from "../../src/facts/spec-markers.ts";
import { scanSpecFile } from "../../src/facts/spec-file.ts";

const scan = (text: string) => scanMarkers("specs/031-guide/spec.md", text);

describe("clarification markers", () => {
  it("are located by their lines, whatever ends those", () => {
    const text =
      "\uFEFF# Guide\r\n\r\n- FR-001: speaks [NEEDS CLARIFICATION: which languages?].\r\n  - and [NEEDS CLARIFICATION]\r\n";
    const found = scan(text).clarifications;
    expect(
      found.map(({ location }) => [location.line, location.column, text.slice(location.offset, location.endOffset)]),
    ).toEqual([
      [3, 1, "- FR-001: speaks [NEEDS CLARIFICATION: which languages?]."],
      [4, 3, "- and [NEEDS CLARIFICATION]"],
    ]);
  });

  it.each([
    "- [x] No [NEEDS CLARIFICATION] markers remain",
    "All [NEEDS CLARIFICATION] markers are gone",
    "Write `[NEEDS CLARIFICATION: x]`.",
    "```\n[NEEDS CLARIFICATION: x]\n```",
    "<!-- [NEEDS CLARIFICATION: x] -->",
    "needs clarification",
  ])("are none in %j", (text) => {
    expect(scan(text).clarifications).toEqual([]);
  });
});

describe("deferrals", () => {
  it.each([
    ["Signing is deferred to `Sign language tours`.", "Sign language tours"],
    ["- [DEFERRED: Sign language tours]", "Sign language tours"],
    ["Follow-up candidate: “Sign language tours”", "Sign language tours"],
    ["Deferred to the candidate **Sign language tours**", "Sign language tours"],
    ["deferred to [Sign language tours](../x.md)", "Sign language tours"],
    ["[DEFERRED to: Spec 40]", "Spec 40"],
  ])("name what %j names", (text, title) => {
    expect(scan(text).deferrals.map((one) => one.title)).toEqual([title]);
  });

  it.each([
    "Deferred to a later release.",
    "deferred to `src/later.ts`",
    "deferred to `docs/later`",
    "[DEFERRED]",
    "We deferred `Seat maps` once.",
    "[DEFERRED: name]",
  ])("are none in %j", (text) => {
    expect(scan(text).deferrals).toEqual([]);
  });
});

describe("a close-out", () => {
  it.each([
    ["## Close-out", true],
    ["### 7. Closeout 2026-11-01", true],
    ["## Deferred tasks", true],
    ["## Closed doors", false],
    ["Close-out", false],
    ["```\n## Close-out\n```", false],
  ])("is the heading %j: %s", (text, found) => {
    expect(scan(text).closeOut !== undefined).toBe(found);
  });
});

describe("the header of a spec file", () => {
  it("gives status, its line and the branch", () => {
    expect(scanSpecFile("# Guide\n\n**Feature Branch**: `031-guide`\n**Status**: Draft  \n")).toMatchObject({
      status: "Draft",
      statusLine: 4,
      branch: "031-guide",
    });
    expect(scanSpecFile("---\ntitle: x\nstatus: approved\n---\n\n# Guide\n\n- Branch: feature/guide\n")).toMatchObject({
      status: "approved",
      statusLine: 3,
      branch: "feature/guide",
    });
    expect(scanSpecFile("# Guide\n\n**Feature Branch**: `[###-feature-name]`\n")).toMatchObject({
      status: undefined,
      statusLine: undefined,
      branch: undefined,
    });
  });
});

describe("tasks", () => {
  it("have text, mark and line", () => {
    const text = "# Tasks\n\n- [x] T001 Store `a.ts`\n  1. [~] T002 Play\n";
    expect(
      readTasks("tasks.md", text, builtInBoxMarks).map(({ text: words, done, location }) => [
        words,
        done,
        location.line,
        location.column,
      ]),
    ).toEqual([
      ["T001 Store `a.ts`", true, 3, 1],
      ["T002 Play", false, 4, 3],
    ]);
  });
});
