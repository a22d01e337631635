import {
  copiesOf,
  defineRule,
  entryChanges,
  entryWords,
  isGrading,
  noOptions,
  restoreField,
  restoreNotes,
  shareOf,
  statements,
  wordsOf,
  type Candidate,
  type EntryChange,
  type Field,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "field" | "body">;
type KeptEntry = EntryChange & { readonly after: Candidate };

const telling =
  /^(?:reasons?|why|rationale|decision|decided|notes?|problem|background|context|motivation|moved|revived|history)\b/;
/** Why it stood where it does not stand any more: this may go with the move. */
const ofThePlace = /^(?:reasons?|why|rationale|why (?:manual|deferred|parked|superseded|removed).*)$/;

export default defineRule({
  meta: {
    description: "Require an entry to keep its reasons, decisions and notes",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    field: {
      message: "“{title}” has lost what it said under “{label}”.",
      fact: "in {base} it says “{text}” at {place}",
      help: "Put the field back, or say what is left of it in other words.",
    },
    body: {
      message: "“{title}” has lost most of what it said.",
      fact: "of {count} different words in {base} {kept} are left; there it stands at {place}",
      help: "Put the lines back, or move them to where the entry went.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    for (const change of entryChanges({ claims, facts, base })) {
      if (!isKept(change) || saysElsewhere(change, context)) continue;
      const { before, after } = change;
      const spent = (field: Field): boolean => isGrading(field) || isExcused(field, change);
      const words = wordsOf(...statements(before, spent).map(({ plain }) => plain));
      const now = wordsOf(
        after.title,
        ...copiesOf(after, claims.of("candidate")).flatMap(({ body }) => body.map(({ plain }) => plain)),
      );
      const share = shareOf(words, now);
      if (
        words.size >= 12 &&
        share < 0.3 &&
        wordsOf(...statements(after).map(({ plain }) => plain)).size < words.size / 2
      ) {
        if (isTold(words, change, context)) continue;
        const data = {
          title: after.title,
          base: base.name,
          count: words.size,
          kept: Math.round(share * words.size),
          place: `${before.location.path}:${before.location.line}`,
        };
        report("body", after, {
          identity: `${before.key} body`,
          data,
          fix: restoreNotes({ before, after, spent }, { claims, facts, base }),
        });
        continue;
      }
      for (const field of lostFields(change, now)) {
        if (isTold(fieldWords(field), change, context)) continue;
        const data = {
          title: after.title,
          label: field.label,
          text: [field.value, ...field.items]
            .map(({ plain }) => plain)
            .filter((one) => one !== "")
            .join("; "),
          base: base.name,
          place: `${field.location.path}:${field.location.line}`,
        };
        report("field", after, {
          identity: `${before.key}/${field.key} ${[...fieldWords(field)].slice(0, 4).join(" ")}`,
          data,
          fix: restoreField(after, field, { claims, facts, base }),
        });
      }
    }
  },
});

function isKept(change: EntryChange): change is KeptEntry {
  return change.after !== undefined;
}

/** Where its reasons may have gone as a whole: the spec that it became, its successor, the entry that it was merged into, an archive. */
function saysElsewhere({ before, after }: KeptEntry, { claims, facts, base }: Context): boolean {
  const became =
    after.role === "promoted" && before.role !== "promoted" && after.targets.some(({ spec }) => facts.specs.has(spec));
  const followed =
    after.role === "superseded" &&
    before.role !== "superseded" &&
    claims.of("supersession").some(({ entry, direction }) => entry === after.key && direction === "by");
  const merged = before.key !== after.key && base.model.claims.of("candidate").some(({ key }) => key === after.key);
  return became || followed || merged || facts.archives.find(before.key) !== undefined;
}

/** Fields with a reason, decision or note that are gone, and whose words the entry has nowhere else. */
function lostFields(change: KeptEntry, now: ReadonlySet<string>): readonly Field[] {
  const { before, after } = change;
  return before.fields.filter((field) => {
    const speaks = telling.test(field.key) || field.names.includes("reason") || field.names.includes("basis");
    const words = fieldWords(field);
    const fewer =
      after.fields.filter(({ key }) => key === field.key).length <
      before.fields.filter(({ key }) => key === field.key).length;
    const relabelled =
      field.names.includes("reason") &&
      after.fields.some(({ names, key }) => names.includes("reason") && !before.fields.some((one) => one.key === key));
    return (
      speaks &&
      !isExcused(field, change) &&
      words.size >= 4 &&
      fewer &&
      !relabelled &&
      shareOf(significant(words), now) < 0.3
    );
  });
}

/** A note that waited for an answer, and the reason for a place where the entry does not stand any more. */
function isExcused(field: Field, { before, after }: KeptEntry): boolean {
  const moved = before.role !== after.role && before.role !== "active";
  return (moved && ofThePlace.test(field.key)) || /\bTODO\b/.test(field.value.plain);
}

function fieldWords({ value, items }: Field): ReadonlySet<string> {
  return wordsOf(value.plain, ...items.map(({ plain }) => plain));
}

/** Short words stand everywhere; when there are no others they have to do. */
function significant(words: ReadonlySet<string>): ReadonlySet<string> {
  const long = new Set([...words].filter((word) => word.length >= 4));
  return long.size >= 2 ? long : words;
}

/** Whether another entry, the spec of the entry or a removal record says it now. */
function isTold(words: ReadonlySet<string>, { before, after }: KeptEntry, { claims, facts, base }: Context): boolean {
  const elsewhere = claims
    .of("candidate")
    .filter((one) => one !== after)
    .map(entryWords);
  const files = after.targets
    .flatMap(({ spec }) => facts.specs.numbered(spec))
    .flatMap(({ specFile }) => (specFile === undefined ? [] : [facts.paths.read(specFile)]));
  const specs = files.flatMap((file) => (file.ok ? [wordsOf(file.text)] : []));
  // Two entries that always said the same prove nothing.
  const known = base.model.claims
    .of("candidate")
    .filter((one) => one !== before)
    .map(entryWords);
  const told = (others: ReadonlySet<string>): boolean => shareOf(words, others) >= 0.6;
  return specs.some(told) || (elsewhere.some(told) && !known.some(told));
}
