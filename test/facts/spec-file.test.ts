import fc from "fast-check";
import { builtInBoxMarks } from "../../src/config/built-in-box-marks.ts";
import type { TaskProgress } from "../../src/core/fact.ts";
import { describe, expect, it } from "vitest";
import { scanSpecFile } from "../../src/facts/spec-file.ts";
import { countTasks, readTasks } from "../../src/facts/spec-markers.ts";

const prose = "Visitors choose their seat on a map of the hall.\n";

describe("the title", () => {
  it.each([
    ["# Seat maps", "Seat maps"],
    ["# Feature Specification: Seat maps", "Seat maps"],
    ["# Spec: Seat maps", "Seat maps"],
    ["# Spec 043: Seat maps", "Seat maps"],
    ["# Spec #043 — Seat maps", "Seat maps"],
    ["# Seat maps (Spec 043)", "Seat maps"],
    ["# Seat maps #43", "Seat maps"],
    ["# Seat maps, phase 2", "Seat maps, phase 2"],
    ["# Spec-driven seats", "Spec-driven seats"],
    ["# Specifications: an overview", "Specifications: an overview"],
    ["```sh\n# install it\n```\n\n# Seat maps", "Seat maps"],
    ["<!--\n# Note\n-->\n# Seat maps", "Seat maps"],
    ["---\n# a comment in YAML\nstatus: draft\n---\n\n# Seat maps", "Seat maps"],
    ["\uFEFF# Seat maps\r\n", "Seat maps"],
    ["# Why `<!--` stays", "Why `<!--` stays"],
    ["## Seat maps", undefined],
    ["# Feature Specification:", undefined],
    ["", undefined],
  ])("of %j is %j", (text, title) => {
    expect(scanSpecFile(text).title).toBe(title);
  });
});

describe("the status", () => {
  it.each([
    ["**Status**: in_progress", "in_progress"],
    ["_Status_: _Draft_", "Draft"],
    ["**Status**: Draft <!-- or Approved -->", "Draft"],
    ["**Status**: Draft <!-- one of:\nDraft, Approved -->", "Draft"],
    ['---\ntitle: x\nstatus: "Approved"  # in May\n---', "Approved"],
    ["---\nowner: me\n---\n\n**Status**: Draft", "Draft"],
    [`---\n${"tag: x\n".repeat(60)}status: done\n---`, "done"],
    ["```yaml\nstatus: done\n```", undefined],
    ["**Status**:   ", undefined],
    [`${"\n".repeat(41)}**Status**: Draft`, undefined],
  ])("of %j is %j", (text, status) => {
    expect(scanSpecFile(text).status).toBe(status);
  });
});

describe("a spec says more than its template", () => {
  it.each([
    ["prose", `# A\n\n${prose}`],
    ["prose under a label of its own", `# A\n\n**Status**: Draft\n**Problem**: ${prose}`],
    ["a Gherkin scenario in a fence", `# A\n\n\`\`\`gherkin\nGiven a hall\n${prose}\`\`\`\n`],
    ["prose about templates", `# A\n\n${prose}It replaces [FEATURE NAME] and $ARGUMENTS.\n`],
    ["a heading about a placeholder", `# Escape \`"$ARGUMENTS"\`\n\n${prose}`],
    ["only the date left to fill in", `# A\n\n**Created**: [DATE]\n\n${prose}`],
    ["links", "# A\n\n- [The plan of the hall with its seats](plan.md)\n"],
    ["a placeholder far below", `# A\n\n${prose}${"\n".repeat(60)}### Story - [Brief Title]\n`],
  ])("with %s", (_, text) => {
    expect(scanSpecFile(text).substantial).toBe(true);
  });

  it.each([
    ["the title", `# Feature Specification: [FEATURE NAME]\n\n${prose}`],
    ["the branch", `# A\n\n**Feature Branch**: \`[###-feature-name]\`\n\n${prose}`],
    ["the input", `# A\n\n**Input**: User description: "$ARGUMENTS"\n\n${prose}`],
    ["the first story", `# A\n\n### User Story 1 - [Brief Title] (Priority: P1)\n\n${prose}`],
  ])("but not with %s still to fill in", (_, text) => {
    expect(scanSpecFile(text).substantial).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["headings", "# A long title that says a lot about seats\n\n## Requirements of the visitors\n"],
    [
      "a header",
      "# A\n\n**Feature Branch**: `043-seat-maps-and-more`\n**Created:** 2026-11-23\n**Status**: Draft, to be written\n",
    ],
    ["front matter", "---\ntitle: A long title that says a lot about seats\n---\n\n# A\n"],
    ["a comment", `# A\n\n<!--\n${prose}-->\n`],
    ["placeholders", "# A\n\n[Describe what the visitor sees here, in words]\n"],
  ])("but not with %s alone", (_, text) => {
    expect(scanSpecFile(text).substantial).toBe(false);
  });
});

describe("what stands below the header", () => {
  const filler = "- - -\n".repeat(60);

  it("is read when the header does not say it", () => {
    expect(scanSpecFile(`**Status**: Draft\n${filler}# Seats\n${prose}`)).toMatchObject({
      title: "Seats",
      status: "Draft",
      substantial: true,
    });
    expect(scanSpecFile(`# Seats\n${filler}`)).toMatchObject({ title: "Seats", substantial: false });
    expect(scanSpecFile(`# Seats\n${filler}${prose}`)).toMatchObject({ title: "Seats", substantial: true });
  });
});

const counts = (some: Partial<TaskProgress> = {}): TaskProgress => ({
  done: 0,
  open: 0,
  deferred: 0,
  dropped: 0,
  ...some,
});

function listed(text: string): TaskProgress {
  const found = { ...counts() } as Record<keyof TaskProgress, number>;
  for (const { state } of readTasks("tasks.md", text, builtInBoxMarks)) found[state] += 1;
  return found;
}

const count = (text: string): TaskProgress => countTasks(text, builtInBoxMarks);

describe("tasks", () => {
  it.each<[string, string, Partial<TaskProgress>]>([
    [
      "numbers and indentation",
      "- [x] T001 [P] a\n    - [X] b\n\t1. [ ] c\n2) [~] d\n+ [✔️] e\n",
      { done: 3, open: 1, deferred: 1 },
    ],
    ["a legend", "- [P] tasks = may run side by side\n- [US1] = first story\n- [x] = done\n- [ ] = to do\n", {}],
    ["no mark at all", "- [] a\n* []  b\n", { open: 2 }],
    ["signs instead of brackets", "- ☐ a\n- ☑ b\n☑ c\n  ☐ d\n", { done: 2, open: 2 }],
    [
      "signs between brackets",
      "- [✅] a\n- [⚠️] b\n- [📁] c\n- [❌] d\n- [!] e\n- [-] f\n",
      { done: 1, open: 1, deferred: 3, dropped: 1 },
    ],
    [
      "words between brackets",
      "- [done] a\n- [Deferred] b\n- [skipped] c\n- [erledigt] d\n- [note] e\n- [T1] f\n",
      { done: 2, deferred: 1, dropped: 1 },
    ],
    [
      "words behind an open box",
      "- [ ] T1 a (deferred to Spec 12)\n- [ ] T2 b — blocked by T1\n- [ ] **SKIPPED** c\n- [ ] T4 later: d\n- [ ] ~~T5 e~~\n",
      { deferred: 4, dropped: 1 },
    ],
    [
      "words that are part of the task",
      "- [ ] T1 Add deferred loading\n- [ ] Skip comments in the parser\n- [ ] T3 Optional fields\n",
      { open: 3 },
    ],
    [
      "boxes of a table",
      "| Task | Done |\n|---|---|\n| a | [x] |\n| b | [ ] |\n| c | ☐ |\n| [link](x) | no |\n",
      { done: 1, open: 2 },
    ],
    ["optional ones", "- [ ]* 2.1 a\n- [x]* 2.2 b\n", { open: 1, done: 1 }],
    ["inline code that is no comment", "- [x] a `<!--` mark\n- [ ] b\n", { done: 1, open: 1 }],
    ["a comment that never ends inside a line", "- [x] a <!-- later\n- [ ] b\n", { done: 1, open: 1 }],
    ["a comment in one line", "<!-- - [ ] no -->\n- [ ] b <!-- c --> d\n", { done: 0, open: 1 }],
    ["a fence in one line", "```npm test```\n- [ ] b\n", { done: 0, open: 1 }],
    ["a fence with a fence inside", "````md\n```\n- [ ] no\n```\n````\n- [x] b\n", { done: 1, open: 0 }],
    ["a fence that only a bare mark ends", "```\n```js\n- [ ] no\n```\n- [x] b\n", { done: 1, open: 0 }],
    ["a comment mark inside a fence", "~~~\n<!--\n~~~\n- [x] b\n", { done: 1, open: 0 }],
    ["CRLF", "- [x] a\r\n- [ ] b\r\n", { done: 1, open: 1 }],
    ["what only resembles a box", "- [x]a\n- [12] b\n- [a link](b)\n[x] c\n- []\n", {}],
  ])("with %s", (_, text, progress) => {
    expect(count(text)).toEqual(counts(progress));
    expect(listed(text)).toEqual(counts(progress));
  });

  it("are counted as they are listed, in any text", () => {
    const part = fc.constantFrom(
      "- [x] a",
      "- [ ] b",
      "\t* [X]\t",
      "1. [~] c",
      "2)  [\u2714\uFE0F] d",
      "- [x]",
      "- [x]\r",
      "- [",
      "]",
      "[x] ",
      "+ [\u00A0] e",
      "- [\u{1F600}] f",
      "\u00A0- [x] g",
      "```",
      "~~~",
      "<!--",
      "-->",
      " ",
      "- [x]\u2003h",
      "\v- [x] i",
      "- [P] j = k",
      "- [ ] l (later)",
      "| [x] | [ ] |",
      "☑ m",
      "- []",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.constantFrom("\n", "\n", "\r\n", "", "\r", "\u2028"))), (parts) => {
        const text = parts.flat().join("");
        expect(count(text), JSON.stringify(text)).toEqual(listed(text));
      }),
    );
  });

  it("beside lines of megabytes are counted like any others", () => {
    const long = ["- [ ", "x <!-- ", "x <!-- a --> ", "x ` <!-- ", "[[[[", "_ * ", "#"]
      .map((part) => part.repeat(200_000))
      .join("\n");
    expect(count(`- [x] a\n${long}\n- [ ] b\n`)).toEqual(counts({ done: 1, open: 1 }));
    expect(scanSpecFile(`# A\n\n${long}\n**Status**: Draft\n`)).toMatchObject({ title: "A", status: "Draft" });
  });
});
