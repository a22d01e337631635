import {
  defineRule,
  entriesIn,
  noOptions,
  type Candidate,
  type CountClaim,
  type Facts,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a stated number of specs or candidates to match what is there",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "The text says {stated}, but the number of {subject} is {actual}.",
      fact: "{place}: the number of {subject} is {actual}",
      help: "Write {actual}.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const candidates = claims.of("candidate");
    for (const claim of claims.of("count")) {
      const { subject, digits } = claim;
      const counted = actualCount(claim, { candidates, facts, settings });
      if ("unknown" in counted) {
        notChecked(counted.unknown, claim);
        continue;
      }
      if (counted.actual === claim.count) continue;
      const { actual, place } = counted;
      const { path, offset, endOffset } = digits.location;
      report("differs", claim, {
        data: {
          stated: digits.text,
          actual,
          subject: nouns[subject] ?? `${subject} entries`,
          place,
        },
        factAt: { path: place },
        fix: {
          // The list may have lost a line.
          kind: subject === "listed" ? "suggest" : "safe",
          description: `Write ${actual}.`,
          edits: [{ path, offset, endOffset, text: String(actual) }],
        },
      });
    }
  },
});

const nouns: Readonly<Record<string, string>> = { specs: "spec packages", listed: "items in the list below" };

interface CountInput {
  readonly candidates: readonly Candidate[];
  readonly facts: Facts;
  readonly settings: Settings;
}

/** How many there are, and the path where they are; or why nobody can say. */
function actualCount(
  { subject, listed, location }: CountClaim,
  { candidates, facts, settings }: CountInput,
): { readonly actual: number; readonly place: string } | { readonly unknown: string } {
  if (listed !== undefined) return { actual: listed, place: location.path };
  if (subject !== "specs" && subject !== "listed") {
    const place = settings.queue?.path;
    return place === undefined
      ? { unknown: "there is no queue" }
      : { actual: entriesIn(subject, candidates).length, place };
  }
  const { root, all, unnumbered } = facts.specs;
  if (root === undefined) return { unknown: "there is no specs directory" };
  return unnumbered === undefined ? { actual: all.length, place: root } : { unknown: unnumbered };
}
