import { expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { buildBoard } from "../../src/engine/build-board.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { madeUpFinding } from "../reporters/made-up-report.ts";

const queue = "docs/product/spec-candidates.md";
const ledger = "docs/product/implementation-ledger.md";
const files = {
  [queue]:
    "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P1\n- **Problem**: visitors do not find their seats.\n\n### Row letters\n\n- **Priority**: P2\n\n## Promoted\n\n- Ticket scans -> Spec 043 (`ticket-scans`)\n",
  [ledger]:
    "# Ledger\n\n| Capability | Status |\n|---|---|\n| Ticket scans | implemented |\n| Coat checks | planned |\n",
  "specs/043-ticket-scans/tasks.md": "- [x] a\n- [ ] b\n",
};
const snapshot = memorySnapshot(files);
const model = buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);
const at = (path: string, line: number, fact: { path?: string; line?: number } = {}) =>
  madeUpFinding({ path, line, claim: { text: "x", path, line }, fact: { text: "y", ...fact } });

/** The title of the entry that a finding is about. */
function ownerOf(finding: ReturnType<typeof at>): string | undefined {
  return buildBoard(model, { findings: [finding] }, "2026-11-23").entries.find((entry) =>
    entry.findings.includes(finding),
  )?.title;
}

it("shows every entry, and which one may be picked next", () => {
  const { entries, date } = buildBoard(model, { findings: [] }, "2026-11-23");
  expect(date).toBe("2026-11-23");
  expect(
    entries.map(({ title, priority, next, specs }) => [
      title,
      priority,
      next,
      specs.map(({ digits, tasks }) => [digits, tasks]),
    ]),
  ).toEqual([
    ["Seat maps", "P1", true, []],
    ["Row letters", "P2", false, []],
    ["Ticket scans", undefined, false, [["043", { done: 1, open: 1, deferred: 0, dropped: 0 }]]],
  ]);
});

it.each([
  ["its own line", at(queue, 8), "Seat maps"],
  ["a row of the ledger with its title", at(ledger, 5), "Ticket scans"],
  ["its spec package", at("specs/043-ticket-scans/tasks.md", 2), "Ticket scans"],
  [
    "the truth, when the claim stands nowhere near an entry",
    at("README.md", 1, { path: queue, line: 12 }),
    "Row letters",
  ],
  ["the claim before the truth", at(queue, 5, { path: queue, line: 12 }), "Seat maps"],
])("gives a finding to the entry by %s", (_, finding, title) => {
  expect(ownerOf(finding)).toBe(title);
});

it.each([
  ["a heading of the queue", at(queue, 3)],
  ["a row about something else", at(ledger, 6)],
  ["a directory that only begins alike", at("specs/043-ticket-scans-old/tasks.md", 2)],
  ["a line of another document", at("docs/product/roadmap.md", 5)],
  ["a truth without a line", at("README.md", 1, { path: queue })],
])("gives a finding to no entry: %s", (_, finding) => {
  expect(ownerOf(finding)).toBeUndefined();
});
