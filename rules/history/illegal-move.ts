import {
  copiesOf,
  defineRule,
  entryMoves,
  isDated,
  isExplained,
  noOptions,
  placeInBase,
  type EntryMove,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Message = "promoted" | "superseded" | "undecided" | "released";
type Context = RuleContext<unknown, Message>;

export default defineRule({
  meta: {
    description: "Require moves between sections to follow the order in which an entry may change",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    promoted: {
      message: "“{title}” was promoted in {base}, and is now under “{section}”.",
      fact: "a promoted entry stays promoted; in {base} it is at {place}",
      help: "Put the promoted line back. A superseded one may be beside it; what is still missing is an entry of its own.",
    },
    superseded: {
      message: "“{title}” was superseded in {base}, and is now under “{section}”.",
      fact: "a superseded entry can only become active again, with a reason; in {base} it is at {place}",
      help: "Keep the superseded entry beside the promoted line, or move it to the active section with the reason.",
    },
    undecided: {
      message: "“{title}” was deferred in {base} and is promoted now, without a dated decision.",
      fact: "the entry holds no date that {base} does not have; there it is at {place}",
      help: "Add the decision with its date: - **Decision**: 2026-11-23, <who decided what>.",
    },
    released: {
      message: "“{title}” was manual-only in {base} and is active now, without a reason.",
      fact: "the entry says nothing that {base} does not say; there it is at {place}",
      help: "Say why it may be picked automatically now, or move it back.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    for (const move of entryMoves({ claims, facts, base })) {
      const message = faultOf(move, context);
      if (message === undefined) continue;
      const { before, after, identity } = move;
      const data = {
        title: after.title,
        ...placeInBase(base, before),
        ...(message === "promoted" || message === "superseded" ? { section: after.section } : {}),
      };
      report(message, after, { identity, data });
    }
  },
});

/** What is missing when a superseded or deferred entry becomes active again is reported by history/revival-reason. */
function faultOf(move: EntryMove, context: Context): Message | undefined {
  const step = `${move.before.role} ${move.after.role}`;
  if (move.before.role === "promoted") return isUndone(move, context) ? undefined : "promoted";
  if (move.before.role === "superseded" && move.after.role !== "active") return "superseded";
  if (step === "deferred promoted" && !isDated(move, context)) return "undecided";
  return step === "manual active" && !isExplained(move, context) ? "released" : undefined;
}

/** The promoted line pointed at nothing, or at packages that are gone: it could not stay. */
function isUndone({ before }: EntryMove, { facts, base, settings }: Context): boolean {
  const targets = copiesOf(before, base.model.claims.of("candidate")).flatMap((one) => one.targets);
  return settings.specs !== undefined && !targets.some(({ spec }) => facts.specs.has(spec));
}
