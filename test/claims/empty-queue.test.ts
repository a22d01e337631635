import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const counts = (words: string, section = "Active") =>
  claimsOf("empty-queue", `# Spec candidates\n\n## ${section}\n\n${words}\n`).map((claim) => claim.count);

describe("a sentence says how full the active queue is", () => {
  it.each([
    ["The active queue is currently empty.", 0],
    ["Queue is empty.", 0],
    ["The queue is empty because the harbour is closed.", 0],
    ["Audit of May: no safe automatic `next` target remains in the active queue.", 0],
    ["No candidates are left.", 0],
    ["There are currently no active candidates.", 0],
    ["Nothing is queued.", 0],
    ["None.", 0],
    ["_None at the moment._", 0],
    ["- No entries yet", 0],
    ["Three active candidates remain.", 3],
    ["12 open entries are queued, two of them small.", 12],
    ["There are 4 active candidates in the queue.", 4],
  ])("%j", (words, count) => {
    expect(counts(words)).toEqual([count]);
  });

  it.each([
    ["a condition", "When the queue is empty, ask the harbour master."],
    ["a condition", "Stop once no candidates remain."],
    ["a rule", "Keep at most five active candidates in the queue."],
    ["a rule", "No more than 5 active candidates in this section."],
    ["a rule", "There should be ten open candidates in the queue."],
    ["an exception", "The queue is empty apart from Berth plans."],
    ["a part", "No P0 candidates remain."],
    ["a part", "No other candidates remain."],
    ["a part", "No candidates remain for the harbour of Emden."],
    ["a part", "The queue is empty of blockers."],
    ["another queue", "The deferred queue is empty."],
    ["another queue", "The upload queue is empty after a retry."],
    ["another thing", "Nothing is open for debate here."],
    ["a denial", "The queue is not empty."],
  ])("but not in %s: %j", (_, words) => {
    expect(counts(words)).toEqual([]);
  });
});

it("is that of the active section itself, not of an entry or of another section", () => {
  expect(counts("### Berth plans\n\nThe queue is empty.")).toEqual([]);
  expect(counts("The queue is empty.", "Deferred")).toEqual([]);
});

it("has the place of its sentence, also over a line break", () => {
  const [claim] = claimsOf(
    "empty-queue",
    "# Spec candidates\n\n## Active\n\nAudited in May. The queue\nis empty. Good.\n",
  );
  expect(claim).toMatchObject({ text: "The queue is empty.", location: { line: 5, endLine: 6 } });
});
