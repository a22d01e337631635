import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const notes = (text: string) =>
  claimsOf("promotion-note", `# Spec candidates\n\n${text}\n`).map(({ says, title, target }) => [
    says,
    title,
    target.digits,
  ]);
const entry = (words: string) => `## Deferred\n\n- \`Tide warnings\`: ${words}`;

describe("an entry says what became of it", () => {
  it.each([
    ["was promoted intentionally into Spec 012.", "promoted"],
    ["It was promoted to Spec 012 (`tide-warnings`) in May.", "promoted"],
    ["has been promoted as Spec 012.", "promoted"],
    ["explicitly promoted to refreshed Spec 012.", "promoted"],
    ["removed because it is already Spec 012.", "covered"],
    ["removed because Spec 012 already exists.", "covered"],
  ])("%j", (words, says) => {
    expect(notes(entry(words))).toEqual([[says, "Tide warnings", "012"]]);
  });

  it("whatever else the sentence names before and behind", () => {
    expect(
      notes(
        entry(
          `follows Spec 003 and Spec 004, and was promoted ${"very slowly ".repeat(40)}into ${" ".repeat(300)}Spec 012, which must not be promoted into Spec 013.`,
        ),
      ),
    ).toEqual([["promoted", "Tide warnings", "012"]]);
    expect(notes(entry("follows Spec 003, was promoted, unlike Spec 004, into Spec 012 and into Spec 013."))).toEqual([
      ["promoted", "Tide warnings", "012"],
    ]);
    expect(notes(entry("may be promoted into Spec 003, but was promoted into Spec 012."))).toEqual([]);
  });

  it("in its status field", () => {
    expect(
      notes("## Deferred\n\n### Tide warnings\n\n- **Status**: Promoted by decision -> Spec 012 (`tide-warnings`)"),
    ).toEqual([["promoted", "Tide warnings", "012"]]);
  });

  it.each([
    "must not be promoted into Spec 012.",
    "may be promoted into Spec 012 once the sensors report.",
    "stays here until it is explicitly promoted into Spec 012.",
    "is a follow-up of Spec 012.",
    "waits for Spec 012, which was promoted last.",
    "was promoted into Specs 012 and 013.",
    "was promoted. Spec 012 is about something else.",
  ])("but not by %j", (words) => {
    expect(notes(entry(words))).toEqual([]);
  });
});

describe("a sentence outside of entries", () => {
  const sentence = (words: string) => `## Notes\n\n${words}`;

  it("speaks of the one title that it names in code", () => {
    expect(notes(sentence("The queue is short. `Tide warnings` was promoted into Spec 012."))).toEqual([
      ["promoted", "Tide warnings", "012"],
    ]);
  });

  it.each([
    "This was promoted into Spec 012.",
    "`Tide warnings` and `Deck plans` were promoted into Spec 012.",
    "The flag `tideWarnings` was promoted into Spec 012.",
    "Things were promoted into Spec 012, `Tide warnings` among them.",
  ])("is no note when the title is not clear: %j", (words) => {
    expect(notes(sentence(words))).toEqual([]);
  });
});

it("has the place of the reference and quotes the sentence", () => {
  const [note] = claimsOf(
    "promotion-note",
    "## Superseded\n\n- `Tide warnings`: removed because\n  it is already Spec 012.\n",
  );
  expect(note?.location).toMatchObject({ line: 4, column: 17, endColumn: 25 });
  expect(note?.quote).toContain("it is already Spec 012");
  expect(note?.key).toBe("tide warnings");
});

it("is a claim of the queue alone", () => {
  expect(claimsOf("promotion-note", "# Roadmap\n\n`Tide warnings` was promoted into Spec 012.\n", "roadmap")).toEqual(
    [],
  );
});
