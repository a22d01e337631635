import {
  defineRule,
  entryChanges,
  keysOf,
  nameFormerTitle,
  nearest,
  noOptions,
  placeInBase,
  type EntryChange,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a renamed entry to name its former title",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    unnamed: {
      message: "“{title}” is what {base} calls “{former}”, and does not name that title.",
      fact: "in {base} it is at {place}",
      help: "Write “(formerly {former})” after the title, or add the field - **Formerly**: {former}.",
    },
  },
  check({ claims, facts, base, report }) {
    for (const change of entryChanges({ claims, facts, base })) {
      const { before, after } = change;
      if (after === undefined || !isRenamed(change)) continue;
      const data = {
        title: after.title,
        former: before.title,
        ...placeInBase(base, before),
      };
      report("unnamed", after, {
        identity: `${before.key} renamed`,
        data,
        fix: nameFormerTitle(after, before.title, { claims, facts }),
      });
    }
  },
});

/** Another title, and not that of before the last renaming. A slip of the pen that was corrected is the same title. */
function isRenamed({ before, after, known }: EntryChange): boolean {
  if (
    after === undefined ||
    known === "title" ||
    keysOf(after).includes(before.key) ||
    before.aliases.includes(after.key)
  )
    return false;
  return before.key.length < 8 || nearest(before.key, [after.key], 2) === undefined;
}
