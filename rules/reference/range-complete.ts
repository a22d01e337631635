import { defineRule, unrecognisedAs, z } from "../../src/rule-api/index.ts";

/** Beyond this many numbers a range is a slip of the pen, and listing its gaps helps nobody. */
const longest = 1000;

export default defineRule({
  meta: {
    description: "Require every number of a stated range of specs to exist",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
    needs: "numbers",
  },
  options: z.strictObject({
    ignore: z.array(z.int()).default([]).describe("Spec numbers that were never used or live in another repository."),
  }),
  messages: {
    incomplete: {
      message: "The text speaks of Specs {from}-{to}, but {missing} of them {verb} missing.",
      fact: "{root} has no directory for {list}",
      help: "Name the specs that are meant, or list the unused numbers under `ignore`.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    for (const range of claims.of("range")) {
      if (facts.specs.root === undefined || range.to - range.from >= longest) {
        notChecked(
          facts.specs.root === undefined ? "there is no specs directory" : `a range of more than ${longest} specs`,
          range,
        );
        continue;
      }
      const numbers = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
      // A directory whose name does not match the pattern may be the one; reference/directory-shape reports it.
      const missing = numbers.filter(
        (spec) =>
          !facts.specs.has(spec) &&
          !options.ignore.includes(spec) &&
          unrecognisedAs(facts.specs, spec) === undefined &&
          facts.declarations.explained("unused", spec) === undefined,
      );
      if (missing.length === 0) continue;
      const shown = missing.slice(0, 8).map((spec) => String(spec).padStart(facts.specs.width, "0"));
      report("incomplete", range, {
        data: {
          from: range.from,
          to: range.to,
          missing: missing.length,
          verb: missing.length === 1 ? "is" : "are",
          root: facts.specs.root,
          list: shown.join(", ") + (missing.length > shown.length ? ` and ${missing.length - shown.length} more` : ""),
        },
        factAt: { path: facts.specs.root },
      });
    }
  },
});
