import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const unparsed = (words: string) =>
  claimsOf("unparsed-reference", `# Spec candidates\n\n## Deferred\n\n- \`Tide warnings\`: ${words}\n`);

describe("words that are shaped like a reference without a number", () => {
  it.each([
    ["waits for Spec TBD.", "Spec TBD"],
    ["waits for spec TBA, maybe.", "spec TBA"],
    ["waits for Spec 01x.", "Spec 01x"],
    ["waits for Spec 12a.", "Spec 12a"],
    ["waits for Spec 12? Who knows.", "Spec 12?"],
    ["waits for Spec ??, says the crew.", "Spec ??"],
    ["waits for Spec NNN.", "Spec NNN"],
    ["waits for Spec #TBD.", "Spec #TBD"],
    ["rests on Specs 260-251.", "Specs 260-251"],
    ["goes on -> Spec", "-> Spec"],
    ["goes on → TBD (in May)", "→ TBD"],
  ])("%j", (words, text) => {
    expect(unparsed(words).map((claim) => claim.text.trim())).toEqual([text]);
  });

  it("are told apart by reason, and have a place", () => {
    const [number, arrow] = unparsed("waits for Spec TBD\n  and goes on -> Spec");
    expect(number).toMatchObject({ reason: "“TBD” is not a spec number", location: { line: 5, column: 30 } });
    expect(arrow).toMatchObject({ reason: "no number follows", location: { line: 6, column: 15 } });
  });
});

it.each([
  "extends Spec 012.",
  "extends Spec 012 (`tide-warnings`) and Specs 003-005.",
  "meets the spec 2nd crews ask for.",
  "keeps to the spec 10ms budget and the spec 5mb limit.",
  "needs Specs 251-60 and Specs 003 to 005.",
  "needs a spec. TBD by whom?",
  "uses Spec Kit and a spec template.",
  "write `-> Spec TBD` in the meantime, or `Spec NNN`.",
  "leads -> nowhere.",
])("leaves %j alone", (words) => {
  expect(unparsed(words)).toEqual([]);
});

it("does not look into fenced code or comments", () => {
  expect(claimsOf("unparsed-reference", "## Notes\n\n```text\nSpec TBD\n```\n\n<!-- Spec TBD -->\n")).toEqual([]);
});

it("is read in every planning document", () => {
  expect(
    claimsOf(
      "unparsed-reference",
      "# Roadmap\n\n| Item | Spec |\n|---|---|\n| Tide warnings | Spec TBD |\n",
      "roadmap",
    ).map((claim) => claim.document),
  ).toEqual(["roadmap"]);
});
