import {
  defineRule,
  entryMoves,
  insertFields,
  isDated,
  isExplained,
  noOptions,
  type Candidate,
  type EntryMove,
  type Facts,
  type Fix,
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
      fact: "the entry says nothing that {base} does not say; there it stands at {place}",
      help: "Add the reason with its date: - **Moved**: 2026-11-23, <why>.",
    },
    undated: {
      message: "“{title}” moved from “{from}” to “{to}” with a reason, but without a date.",
      fact: "neither the entry nor the words above it hold a date that {base} does not have; there it stands at {place}",
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
        base: base.name,
        place: `${before.location.path}:${before.location.line}`,
      };
      report(message, after, {
        identity,
        data,
        fix: stub(after, message === "silent" ? "TODO: say why" : `from “${before.section}”`, facts),
      });
    }
  },
});

/**
 * Only the ways out of the queue are judged here. What a promotion, a revival or the release of a manual-only entry must say is
 * judged by the rules of these moves, and so is a move that must not be.
 */
function missing(move: EntryMove, context: Context): "silent" | "undated" | undefined {
  const { before, after } = move;
  if (!["active", "manual", "deferred"].includes(before.role) || after.role === "active" || after.role === "promoted")
    return undefined;
  if (isDated(move, context)) return undefined;
  if (isExplained(move, context) || isParkedByItsOwnWords(move)) return "undated";
  const own = after.fields.some(({ names }) => names.includes("reason"));
  if (after.role === "manual") return own ? "undated" : undefined; // Without a reason it is reported by active/required-fields.
  if (after.role === "superseded") {
    const retirement = context.claims
      .of("retirement")
      .find(({ location }) => location.offset === after.location.offset);
    // Nor does history/successor need another voice.
    return retirement?.reason === undefined ? undefined : "undated";
  }
  return "silent";
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

function stub(entry: Candidate, why: string, facts: Facts): Fix | undefined {
  const edits = insertFields(entry, [`**Moved**: ${facts.today}, ${why}`], facts);
  return (
    edits && {
      kind: "safe",
      description: `Add a field to “${entry.title}” that says when it moved${why.startsWith("TODO") ? " and asks why" : ""}.`,
      edits,
    }
  );
}
