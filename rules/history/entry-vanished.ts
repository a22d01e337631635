import { defineRule, entryChanges, isHollow, noOptions, placeOfGone, restoreEntry } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every entry of the base to be present in the queue, under its title or an alias",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    vanished: {
      message: "“{title}” was under “{section}” in {base}, and is gone.",
      fact: "no section, removal record or archive names it; in {base} it is at {place}",
      help: "Put it back, or move it to the section that says what became of it; a renamed entry names its former title.",
    },
  },
  check({ claims, facts, base, settings, report }) {
    // A queue that is gone as a whole, or emptied, is reported by history/file-deleted.
    const queue = settings.queue === undefined ? undefined : facts.paths.read(settings.queue.path);
    if (queue?.ok !== true || isHollow(queue.text)) return;
    for (const { before, after, kept } of entryChanges({ claims, facts, base })) {
      if (after !== undefined || kept !== undefined) continue;
      const { path, line } = before.location;
      const data = { title: before.title, section: before.section, base: base.name, place: `${path}:${line}` };
      report("vanished", placeOfGone(before, claims, settings), {
        data,
        fix: restoreEntry(before, { claims, facts, base }),
      });
    }
  },
});
