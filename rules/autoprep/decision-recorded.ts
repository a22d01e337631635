import {
  askFor,
  defineRule,
  entryMoves,
  isDated,
  isExplained,
  noOptions,
  placeInBase,
} from "../../src/rule-api/index.ts";

const question = { label: "Decision", asks: "the day, who decided, and why" };

export default defineRule({
  meta: {
    description: "Require the promotion of a manual-only entry to record who decided it, and when",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    silent: {
      message: "“{title}” may be promoted by a person only, and the change that promotes it records no decision.",
      fact: "in {base} it is manual-only at {place}, and the promoted entry says nothing that {base} does not say",
      help: "Add the decision below the line: - **Decision**: 2026-11-23, <who decided, and why>.",
    },
    undated: {
      message: "“{title}” may be promoted by a person only, and the decision to promote it has no date.",
      fact: "in {base} it is manual-only at {place}, and the promoted entry holds no date that {base} does not have",
      help: "Add the day of the decision, such as 2026-11-23.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    for (const move of entryMoves({ claims, facts, base })) {
      const { before, after, identity } = move;
      if (before.role !== "manual" || after.role !== "promoted") continue;
      const explained = isExplained(move, context);
      if (explained && isDated(move, context)) continue;
      const data = { title: after.title, ...placeInBase(base, before) };
      report(explained ? "undated" : "silent", after, {
        identity,
        data,
        ...(explained ? {} : { fix: askFor(after, question, facts) }),
      });
    }
  },
});
