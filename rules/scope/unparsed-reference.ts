import { defineRule, entriesIn, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require text that is shaped like a spec reference to resolve to a number or a path",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unparsed: {
      message: "“{text}” looks like a spec reference, but {reason}.",
      fact: "{reason}, so nothing could be checked",
      help: "Write the number, “Spec 12”, or say it in other words while there is none.",
    },
  },
  check({ claims, report }) {
    // A promoted line without a readable target is the business of promotion/has-target.
    const untargeted = entriesIn("promoted", claims.of("candidate")).filter(({ targets }) => targets.length === 0);
    for (const reference of claims.of("unparsed-reference")) {
      const { offset, path } = reference.location;
      if (untargeted.some(({ extent }) => extent.path === path && extent.offset <= offset && offset < extent.endOffset))
        continue;
      report("unparsed", reference, { data: { text: reference.text, reason: reference.reason } });
    }
  },
});
