import {
  defineRule,
  entriesIn,
  isPlaceholder,
  noOptions,
  Phrases,
  type Field,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require each manual-only entry to say why it is manual",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    unexplained: {
      message: "“{title}” is manual-only, but its reasons do not say why a person must pick it.",
      fact: "“{label}” is the only reason given, and it does not speak of a decision",
      help: "Add: - **Why manual promotion only**: <what a person has to decide>.",
    },
    open: {
      message: "“{title}” is manual-only, but the place where it says why is still open.",
      fact: "“{label}” holds a placeholder, which is not a reason",
      help: "Write there what a person has to decide.",
    },
  },
  check({ claims, settings, report }) {
    const isReason = reasonTest(settings);
    for (const candidate of entriesIn("manual", claims.of("candidate"))) {
      const reasons = candidate.fields.filter((field) => field.names.includes("reason") && field.value.plain !== "");
      const first = reasons[0];
      // Without any reason `active/required-fields` reports the entry.
      if (first === undefined || reasons.some((field) => isReason(field))) continue;
      const isOpen = reasons.every(({ value }) => isPlaceholder(value.plain));
      report(isOpen ? "open" : "unexplained", candidate, {
        data: { title: candidate.title, label: first.label },
        factAt: { path: first.location.path, line: first.location.line },
      });
    }
  },
});

/** The label alone is not a reason: "**Why manual promotion only**: TBD" gives none, and neither does "nice to have". */
function reasonTest({ phrases }: Settings): (field: Field) => boolean {
  const [manual, hollow] = [new Phrases(phrases.reason), new Phrases(phrases.hollow)];
  const speaks = (text: string): boolean => manual.areIn(text) || manual.areIn(text.replaceAll("-", " "));
  const isHollow = (text: string): boolean => text.length <= 60 && hollow.areIn(text) && !speaks(text);
  return ({ text, value, items }) =>
    items.some(({ plain }) => !isPlaceholder(plain)) ||
    (!isPlaceholder(value.plain) && speaks(text) && !isHollow(value.plain));
}
