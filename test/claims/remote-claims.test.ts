import { describe, expect, it } from "vitest";
import { indexClaims } from "../../src/claims/claim-index.ts";
import { claimsOf } from "./claims-of.ts";

const queueOf = (words: string): string => `# Spec candidates\n\n## Deferred\n\n- \`Tide warnings\`: ${words}\n`;

/** Each claim as "says repository#number called". */
function read(words: string): string[] {
  const text = queueOf(words);
  const all = [
    ...claimsOf("merge", text).map((claim) => ({ claim, says: "merged" })),
    ...claimsOf("issue-state", text).map((claim) => ({ claim, says: claim.says as string })),
  ];
  return all
    .sort((one, other) => one.claim.location.offset - other.claim.location.offset)
    .map(
      ({ claim: { reference, called }, says }) =>
        `${says} ${reference.host ?? ""}${reference.host === undefined ? "" : "/"}${reference.repository ?? ""}#${reference.number} ${called}`,
    );
}

describe("words about issues and pull requests", () => {
  it.each([
    ["merged in #317.", ["merged #317 unknown"]],
    ["Merged: #317", ["merged #317 unknown"]],
    ["**Merged**: #317", ["merged #317 unknown"]],
    [
      "the work was merged in #317, #318 and #319.",
      ["merged #317 unknown", "merged #318 unknown", "merged #319 unknown"],
    ],
    ["done (merged #317).", ["merged #317 unknown"]],
    ["landed via PR #12.", ["merged #12 pull"]],
    ["fixed by PR #12.", ["merged #12 pull"]],
    ["implemented in pull request #12.", ["merged #12 pull"]],
    ["PR #12 was merged on Monday.", ["merged #12 pull"]],
    ["PR #12 (merged) has the rest.", ["merged #12 pull"]],
    ["closed by #45.", ["closed #45 unknown"]],
    ["fixed in #45 and #46", ["closed #45 unknown", "closed #46 unknown"]],
    ["issue #45 is closed.", ["closed #45 issue"]],
    ["open: #9", ["open #9 unknown"]],
    ["still open: #9, #10", ["open #9 unknown", "open #10 unknown"]],
    ["Open issues: #9", ["open #9 issue"]],
    ["issue #9 is still open.", ["open #9 issue"]],
    ["see issue #45.", ["exists #45 issue"]],
    ["tracked in #45.", ["exists #45 unknown"]],
    ["Closes #45.", ["exists #45 unknown"]],
    ["needs GH-45, which is tracked in GH-46.", ["exists #46 unknown"]],
    ["merged in harbour/lights#317.", ["merged harbour/lights#317 unknown"]],
    ["like harbour/lights#4.", ["exists harbour/lights#4 unknown"]],
  ])("%j", (words, claims) => {
    expect(read(words)).toEqual(claims);
  });

  it.each([
    ["merged in [#317](https://github.com/acme/tides/pull/317).", ["merged github.com/acme/tides#317 pull"]],
    [
      "merged in [the pull request](https://github.com/acme/tides/pull/317/files#r1).",
      ["merged github.com/acme/tides#317 pull"],
    ],
    ["merged in #317 (https://github.com/acme/tides/pull/317).", ["merged github.com/acme/tides#317 pull"]],
    ["closed by <https://git.acme.example/acme/tides/issues/45>.", ["closed git.acme.example/acme/tides#45 issue"]],
    ["see https://www.github.com/acme/tides/issues/45#issuecomment-1.", ["exists github.com/acme/tides#45 issue"]],
    [
      "see [one] and merged in [two][two].\n\n[one]: https://github.com/a/b/issues/1\n[two]: https://github.com/a/b/pull/2",
      ["exists github.com/a/b#1 issue", "merged github.com/a/b#2 pull"],
    ],
    ["[PR](https://github.com/a/b/pull/2) is merged.", ["merged github.com/a/b#2 pull"]],
    ["Laravel: https://github.com/laravel/framework/pull/55 is open.", ["open github.com/laravel/framework#55 pull"]],
  ])("with an address: %j", (words, claims) => {
    expect(read(words)).toEqual(claims);
  });

  it.each([
    ["waits until #9 is merged and issue #9 is closed.", ["exists #9 issue"]],
    ["once merged in #317, go on.", ["exists #317 unknown"]],
    ["not yet merged in #317.", ["exists #317 unknown"]],
    ["will be closed by #45.", ["exists #45 unknown"]],
    ["fixed by PR #12 (in review).", ["exists #12 pull"]],
    ["was it merged in #317?", ["exists #317 unknown"]],
    ["open: #9, as of 2026-05-01.", ["exists #9 unknown"]],
    ["issue #9 was closed and reopened.", ["exists #9 issue"]],
    ["PR #12 is not merged.", ["exists #12 pull"]],
    ["PR #12 fixed the tables.", ["exists #12 pull"]],
  ])("claim no state in %j", (words, claims) => {
    expect(read(words)).toEqual(claims);
  });

  it("are claims of the entry, with the place of the number", () => {
    const [claim] = claimsOf("merge", queueOf("merged in #317 last week."));
    expect(claim).toMatchObject({
      text: "#317",
      identity: "tide warnings/merged #317",
      quote: "Tide warnings: merged in #317 last week.",
      location: { line: 5, column: 30, endColumn: 34 },
    });
  });
});

describe("what only looks like an issue", () => {
  it.each([
    "Spec #12 and spec #13.",
    "merged with #2 into one.",
    "merged #2 into #3.",
    "see #heading and [rows](#317).",
    "the #1 priority of all.",
    "open: #1 priority is the quay.",
    "colours #333 and #112233, fixed in #a1b2c3.",
    "see #317.",
    "option #3 is closed.",
    "candidate #4 is still open.",
    "`merged in #317` is what to write.",
    "merged in `#317`.",
    "Laravel issue #55 is open.",
    "fixed by Filament PR #55.",
    "fixed upstream in #55.",
    "issue #12 of laravel/framework.",
    "PR #12 of `acme/other` is merged.",
    "Jira issue #12 is closed.",
    "[#317](https://jira.example/browse/317) is merged.",
    "milestone #3, step #4, row #5 (open).",
    "&#39;quoted&#39; closed by nobody.",
    "version #1.5 was merged in #1.5.",
    "~~merged in #317~~",
    "merged in #007.",
    "delivered in #3.",
    "open questions in #9.",
    "https://github.com/acme/tides/issues and https://github.com/acme/tides/pull/new.",
    "issue-45 and PR-12.",
    "merged in docs/plan.md#3-heading.",
    "merged into #12.",
  ])("%j", (words) => {
    expect(read(words)).toEqual([]);
  });

  it("stands in fenced code, in comments and in instructions for agents", () => {
    expect(claimsOf("merge", "## Notes\n\n```text\nmerged in #317\n```\n\n<!-- merged in #318 -->\n")).toEqual([]);
    expect(claimsOf("merge", "# Agents\n\nWrite “merged in #317”, fixed by PR #12.\n", "agent")).toEqual([]);
    expect(
      claimsOf("merge", "# Roadmap\n\n| Item | Notes |\n|---|---|\n| Tides | merged in #317 |\n", "roadmap"),
    ).toMatchObject([{ document: "roadmap", text: "#317" }]);
  });
});

it("reads late claims when they are asked for, once", () => {
  let reads = 0;
  const claims = indexClaims([], { merge: () => ((reads += 1), []) });
  expect(claims.of("candidate")).toEqual([]);
  expect(reads).toBe(0);
  expect([claims.of("merge"), claims.of("merge")]).toEqual([[], []]);
  expect(reads).toBe(1);
});
