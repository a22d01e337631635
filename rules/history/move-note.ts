import {
  askFor,
  defineRule,
  entryMoves,
  isPlaceholder,
  isDated,
  isExplained,
  noOptions,
  placeInBase,
  type EntryMove,
  type RetirementClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "silent" | "undated">;

export default defineRule({
  meta: {
    description: "Require an entry that moved to another section to say when and why",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    silent: {
      message: "“{title}” moved from “{from}” to “{to}”, and nothing says when or why.",
      fact: "the entry says nothing that {base} does not say; there it is at {place}",
      help: "Add the reason with its date: - **Moved**: 2026-11-23, <why>.",
    },
    undated: {
      message: "“{title}” moved from “{from}” to “{to}” with a reason, but without a date.",
      fact: "neither the entry nor the words above it hold a date that {base} does not have; there it is at {place}",
      help: "Add the day on which it was decided, such as 2026-11-23.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    for (const move of entryMoves({ claims, facts, base })) {
      const { before, after, identity } = move;
      const message = missing(move, context);
      if (message === undefined) continue;
      const data = {
        title: after.title,
        from: before.section,
        to: after.section,
        ...placeInBase(base, before),
      };
      report(message, after, {
        identity,
        data,
        fix: askFor(after, { label: "Moved", asks: message === "silent" ? "the day, and why" : "the day" }, facts),
      });
    }
  },
});

/**
 * Only the ways out of the queue are judged here. What a promotion, a revival or the release of a manual-only entry must say is
 * judged by the rules of these moves, and so is a move that must not be.
 */
function missing(move: EntryMove, context: Context): "silent" | "undated" | undefined {
  if (!leavesQueue(move) || isDated(move, context)) return undefined;
  if (isExplained(move, context) || isParkedByItsOwnWords(move) || hasReason(move, context)) return "undated";
  // Without a reason the others are reported by active/required-fields and by history/successor.
  return move.after.role === "deferred" ? "silent" : undefined;
}

function leavesQueue({ before, after }: EntryMove): boolean {
  return ["active", "manual", "deferred"].includes(before.role) && after.role !== "active" && after.role !== "promoted";
}

/** Whether an entry gives the reason that its new section asks for. */
function hasReason({ after }: EntryMove, { claims }: Context): boolean {
  if (after.role === "manual")
    return after.fields.some(
      ({ names, value, items }) => names.includes("reason") && (items.length > 0 || !isPlaceholder(value.plain)),
    );
  const isOwn = (retirement: RetirementClaim): boolean => retirement.location.offset === after.location.offset;
  return after.role === "superseded" && claims.of("retirement").find(isOwn)?.reason !== undefined;
}

/** “Parked until the pier opens” was said before it moved. */
function isParkedByItsOwnWords({ after }: EntryMove): boolean {
  return (
    after.role === "deferred" &&
    after.body.some(({ plain }) =>
      /\b(?:defer|park|postpon|on hold|wait(?:s|ing)? (?:for|until|on)|blocked (?:by|on|until)|not before)/i.test(
        plain,
      ),
    )
  );
}
