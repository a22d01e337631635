import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { fixturesRoot, knownFiles, knownOutcome, listCases, type RuleCase } from "./rule-cases.ts";

const cases = listCases(fixturesRoot, rules);

/** Words of the form itself: they say nothing that a person would have to know. */
const form = new Set(
  "formerly spec specs boundary manual promotable promotion only not auto prep active candidate queue backlog deferred promoted superseded to".split(
    " ",
  ),
);

/** All that the two trees of a case hold, their paths included. */
function said(one: RuleCase): ReadonlySet<string> {
  const files = knownFiles(one);
  return new Set([...Object.keys(files), JSON.stringify(files)].flatMap(wordsOf));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:-\d+)*/gu) ?? [];
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const own = cases.filter((one) => one.rule === rule && one.kind === "bad");

  it("has no safe fix that answers for a person", () => {
    for (const one of own) {
      for (const { fix } of knownOutcome(one).problems) {
        if (fix?.kind !== "safe") continue;
        expect(fix.asks, `${one.name}: a fix that asks is a suggestion`).toBeUndefined();
        const known = said(one);
        for (const { text } of fix.edits) {
          expect(text, one.name).not.toMatch(/\b(?:TODO|TBD|FIXME)\b/);
          const invented = wordsOf(text).filter((word) => !known.has(word) && !form.has(word) && !isCount(word));
          expect(invented, `${one.name}: words that nobody wrote`).toEqual([]);
        }
      }
    }
  });

  it("leaves the finding until a person has answered what a fix asks", () => {
    for (const one of own)
      for (const { fix } of knownOutcome(one).problems)
        if (fix?.edits.some(({ text }) => /\b(?:TODO|TBD)\b/.test(text)) === true)
          expect([fix.kind, fix.asks], one.name).toEqual(["suggest", true]);
  });
});

/** A number of things that the repository holds, not a day. */
function isCount(word: string): boolean {
  return /^\d{1,3}$/.test(word);
}
