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
      const counted = actualCount(subject, { candidates, facts, settings });
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
          subject: subject === "specs" ? "spec packages" : `${subject} entries`,
          place,
        },
        factAt: { path: place },
        fix: {
          kind: "safe",
          description: `Write ${actual}.`,
          edits: [{ path, offset, endOffset, text: String(actual) }],
        },
      });
    }
  },
});

interface CountInput {
  readonly candidates: readonly Candidate[];
  readonly facts: Facts;
  readonly settings: Settings;
}

/** How many there are, and the path where they are; or why nobody can say. */
function actualCount(
  subject: CountClaim["subject"],
  { candidates, facts, settings }: CountInput,
): { readonly actual: number; readonly place: string } | { readonly unknown: string } {
  if (subject !== "specs") {
    const place = settings.queue?.path;
    return place === undefined
      ? { unknown: "there is no queue" }
      : { actual: entriesIn(subject, candidates).length, place };
  }
  const { root, all, unnumbered } = facts.specs;
  if (root === undefined) return { unknown: "there is no specs directory" };
  return unnumbered === undefined ? { actual: all.length, place: root } : { unknown: unnumbered };
}
