import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a sentence that says how full the active queue is to agree with its entries",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    notEmpty: {
      message: "The active section says that nothing is left, but holds {entries}.",
      fact: "the active section holds {entries}; the first is “{first}” at line {line}",
      help: "Drop the sentence, or move the entries to the section where they belong.",
    },
    otherCount: {
      message: "The active section says that it holds {said}, but it holds {entries}.",
      fact: "the active section holds {entries}",
      help: "Correct the number, or better leave it out: it will be wrong again.",
    },
  },
  check({ claims, report }) {
    const active = claims.of("candidate").filter((candidate) => candidate.role === "active");
    const entries = active.length === 1 ? "1 entry" : `${active.length} entries`;
    const [first] = active;
    for (const claim of claims.of("empty-queue")) {
      if (claim.count === active.length) continue;
      const factAt = first === undefined ? {} : { factAt: { path: first.location.path, line: first.location.line } };
      if (claim.count === 0 && first !== undefined) {
        report("notEmpty", claim, { data: { entries, first: first.title, line: first.location.line }, ...factAt });
      } else report("otherCount", claim, { data: { said: claim.count, entries }, ...factAt });
    }
  },
});
