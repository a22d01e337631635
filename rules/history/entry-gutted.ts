import {
  copiesOf,
  defineRule,
  entryChanges,
  fieldWords,
  goneFields,
  isExcused,
  isFieldTold,
  isGrading,
  isKept,
  isTold,
  lostFields,
  noOptions,
  placeInBase,
  restoreField,
  restoreNotes,
  saysElsewhere,
  shareOf,
  statements,
  wordsOf,
  type Field,
  type KeptEntry,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "field" | "fields" | "body">;
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
    fields: {
      message: "“{title}” has lost {count} of its {all} fields: {labels}.",
      fact: "in {base} it has them at {place}, and nothing else says what they said",
      help: "Put the fields back, or say in the entry what became of them.",
    },
    body: {
      message: "“{title}” has lost most of what it said.",
      fact: "of {count} different words in {base} {kept} are left; there it is at {place}",
      help: "Put the lines back, or move them to where the entry went.",
    },
  },
  check(context) {
    const { claims, facts, base } = context;
    for (const change of entryChanges({ claims, facts, base })) {
      if (!isKept(change) || saysElsewhere(change, context)) continue;
      const now = wordsOf(
        change.after.title,
        ...copiesOf(change.after, claims.of("candidate")).flatMap(({ body }) => body.map(({ plain }) => plain)),
      );
      if (!checkBody(change, now, context) && !checkGone(change, now, context)) checkFields(change, now, context);
    }
  },
});

/** Whether an entry has lost most of its words; reports it unless they are told elsewhere. */
function checkBody(change: KeptEntry, now: ReadonlySet<string>, context: Context): boolean {
  const { before, after } = change;
  const spent = (field: Field): boolean => isGrading(field) || isExcused(field, change);
  const words = wordsOf(...statements(before, spent).map(({ plain }) => plain));
  const share = shareOf(words, now);
  const left = wordsOf(...statements(after).map(({ plain }) => plain));
  if (words.size < 12 || share >= 0.3 || left.size >= words.size / 2) return false;
  if (!isTold(words, change, context))
    context.report("body", after, {
      identity: `${before.key} body`,
      data: {
        title: after.title,
        ...placeInBase(context.base, before),
        count: words.size,
        kept: Math.round(share * words.size),
      },
      fix: restoreNotes({ before, after, spent }, context),
    });
  return true;
}

/** Whether many fields of an entry are gone whole; reports it. */
function checkGone(change: KeptEntry, now: ReadonlySet<string>, context: Context): boolean {
  const { before, after } = change;
  const gone = goneFields(change, now).filter((field) => !isFieldTold(field, change, context));
  if (gone.length < 3) return false;
  const lost = new Set(gone);
  context.report("fields", after, {
    identity: `${before.key} fields`,
    data: {
      title: after.title,
      count: gone.length,
      all: before.fields.length,
      labels: gone.map(({ label }) => label).join(", "),
      ...placeInBase(context.base, before),
    },
    fix: restoreNotes({ before, after, spent: (field) => !lost.has(field) }, context),
  });
  return true;
}

function checkFields(change: KeptEntry, now: ReadonlySet<string>, context: Context): void {
  const { before, after } = change;
  for (const field of lostFields(change, now)) {
    const words = fieldWords(field);
    if (isFieldTold(field, change, context)) continue;
    const text = [field.value, ...field.items].map(({ plain }) => plain).filter((plain) => plain !== "");
    context.report("field", after, {
      identity: `${before.key}/${field.key} ${[...words].slice(0, 4).join(" ")}`,
      data: { title: after.title, label: field.label, text: text.join("; "), ...placeInBase(context.base, field) },
      fix: restoreField(after, field, context),
    });
  }
}
