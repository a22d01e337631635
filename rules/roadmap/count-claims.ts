import { defineRule, entriesIn, noOptions } from "../../src/rule-api/index.ts";

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
      const { subject, count, digits } = claim;
      const counted = subject === "specs" ? facts.specs.root : settings.queue?.path;
      if (counted === undefined) {
        notChecked(subject === "specs" ? "there is no specs directory" : "there is no queue", claim);
        continue;
      }
      if (subject === "specs" && facts.specs.unnumbered !== undefined) {
        notChecked(facts.specs.unnumbered, claim);
        continue;
      }
      const actual = subject === "specs" ? facts.specs.all.length : entriesIn(subject, candidates).length;
      if (actual === count) continue;
      const { path, offset, endOffset } = digits.location;
      report("differs", claim, {
        data: {
          stated: digits.text,
          actual,
          subject: subject === "specs" ? "spec packages" : `${subject} entries`,
          place: counted,
        },
        factAt: { path: counted },
        fix: {
          kind: "safe",
          description: `Write ${actual}.`,
          edits: [{ path, offset, endOffset, text: String(actual) }],
        },
      });
    }
  },
});
