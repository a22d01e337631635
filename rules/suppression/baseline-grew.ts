import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a baseline that grows in passing",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    added: {
      message: "The baseline records a finding of {rule} that the baseline of {base} does not.",
      fact: "{base} counts {before} of it, this tree {count}",
      help: "Correct the finding; or, when it is to be accepted, run the audit with --allow-baseline-growth.",
    },
  },
  check({ exceptions, base, report }) {
    for (const entry of exceptions.grown) {
      const rule = entry.fingerprint.split(":", 1)[0] ?? "";
      report("added", entry, { data: { rule, base: base.name, before: entry.before, count: entry.count } });
    }
  },
});
