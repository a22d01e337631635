import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow entries of the baseline that no longer occur",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    gone: {
      message: "The baseline records a finding of {rule} that no longer occurs.",
      fact: "{rule} ran in full, and no finding has this fingerprint",
      help: "Run `queue-lint baseline --prune`, so that the fault cannot come back unseen.",
    },
    fewer: {
      message: "The baseline records {count} findings of {rule}, but only {occurs} of them still {verb}.",
      fact: "{rule} ran in full, and the fingerprint occurs {times}",
      help: "Run `queue-lint baseline --prune`, so that the fault cannot come back unseen.",
    },
  },
  check({ exceptions, report, notChecked }) {
    const { prune } = exceptions;
    const fix =
      prune === undefined
        ? {}
        : {
            fix: {
              kind: "safe",
              description: "Take everything that no longer occurs out of the baseline.",
              edits: [prune],
            } as const,
          };
    for (const entry of exceptions.baseline) {
      const { count, occurs, fingerprint } = entry;
      const rule = fingerprint.split(":", 1)[0] ?? "";
      if (entry.unknown !== undefined) notChecked(entry.unknown, entry);
      else if (occurs === 0) report("gone", entry, { data: { rule }, ...fix });
      else if (occurs < count)
        report("fewer", entry, {
          data: {
            rule,
            count,
            occurs,
            verb: occurs === 1 ? "occurs" : "occur",
            times: occurs === 1 ? "once" : `${occurs} times`,
          },
          ...fix,
        });
    }
  },
});
