import {
  askFor,
  asksForReason,
  defineRule,
  entryMoves,
  isExplained,
  noOptions,
  placeInBase,
  saysWhyRevived,
  type EntryMove,
  type MoveInput,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require an entry that becomes active again to say why",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    silent: {
      message: "“{title}” was {role} in {base} and is active again, without a reason.",
      fact: "the entry does not say why it is taken up again; in {base} it is at {place}",
      help: "Say what changed: - **Revived**: 2026-11-23, <why it is wanted again>.",
    },
  },
  check({ claims, facts, base, report }) {
    for (const move of entryMoves({ claims, facts, base })) {
      const { before, after, identity } = move;
      const revived = after.role === "active" && (before.role === "superseded" || before.role === "deferred");
      if (!revived || isReasoned(move, { claims, facts, base })) continue;
      const data = {
        title: after.title,
        role: before.role,
        ...placeInBase(base, before),
      };
      report("silent", after, {
        identity,
        data,
        fix: askFor(after, { label: "Revived", asks: "the day, and why it is wanted again" }, facts),
      });
    }
  },
});

/** What was put off comes back with any word of why; what was replaced or refused has to say that it is wanted again. */
function isReasoned(move: EntryMove, input: MoveInput): boolean {
  if (saysWhyRevived(move)) return true;
  return move.before.role === "deferred" && !asksForReason(move) && isExplained(move, input);
}
