import {
  defineRule,
  insertFields,
  isPlaceholder,
  isSpecced,
  z,
  type Candidate,
  type Facts,
  type Fix,
  type PriorityVocabulary,
} from "../../src/rule-api/index.ts";

const fields = z.array(z.enum(["priority", "reason", "anchors", "status", "dependencies", "gap"]));

/** How each field is written, for the line of help. */
const skeleton: Readonly<Record<string, string>> = {
  reason: "- **Why**: <reason>",
  anchors: "- **Anchors**: `path/to/evidence.md`",
  status: "- **Status**: Open",
  dependencies: "- **Depends on**: Spec 12",
  gap: "- **Gap**: <what remains>",
};

export default defineRule({
  meta: {
    description: "Require an entry to carry the fields that its section demands",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { active: "less", manual: "less", deferred: "less", promoted: "less", superseded: "less" },
    needs: "queue",
  },
  options: z.strictObject({
    active: fields.default(["priority"]).describe("Fields of entries in the active section."),
    manual: fields.default(["priority", "reason", "anchors"]).describe("Fields of entries in the manual-only section."),
    deferred: fields.default([]).describe("Fields of deferred entries."),
    promoted: fields.default([]).describe("Fields of promoted entries."),
    superseded: fields.default([]).describe("Fields of superseded entries."),
  }),
  messages: {
    missing: {
      message: "“{title}” lacks {missing}.",
      fact: "the entry has {present}; {role} entries need {needed}",
      help: "Add: {skeleton}",
    },
  },
  check({ claims, facts, settings, options, report }) {
    for (const candidate of claims.of("candidate")) {
      const needed = options[candidate.role];
      const missing = needed.filter((name) => !has(candidate, name));
      // An active entry that has become a spec is reported by active/not-specced: moving it settles what it lacks.
      if (missing.length === 0 || (candidate.role === "active" && isSpecced(candidate, { claims, facts }))) continue;
      const present = candidate.fields
        .filter((field) => !isPlaceholder(field.value.plain) || field.items.length > 0)
        .map((field) => field.label);
      report("missing", candidate, {
        data: {
          title: candidate.title,
          missing: missing.join(" and "),
          present: present.length === 0 ? "no fields" : `the fields ${present.slice(0, 6).join(", ")}`,
          role: candidate.role,
          needed: needed.join(", "),
          skeleton: missing
            .map((name) =>
              name === "priority" ? prioritySkeleton(settings.priorities[candidate.role]) : (skeleton[name] ?? name),
            )
            .join("   "),
        },
        fix: placeholders(candidate, missing, facts),
      });
    }
  },
});

/**
 * A suggestion, never a safe fix: the placeholder is not an answer. Nothing is put in for a field that is there without a value,
 * whose place is known.
 */
function placeholders(candidate: Candidate, missing: readonly string[], facts: Facts): Fix | undefined {
  if (candidate.fields.some((field) => missing.some((name) => field.names.some((one) => one === name))))
    return undefined;
  const fields = missing.map((name) => `${/\*\*.+?\*\*/.exec(skeleton[name] ?? "")?.[0] ?? "**Priority**"}: TODO`);
  const edits = insertFields(candidate, fields, facts);
  return edits === undefined
    ? undefined
    : {
        kind: "suggest",
        description: `Add ${fields.map((field) => `“${field}”`).join(" and ")} to be filled in.`,
        edits,
        asks: true,
      };
}

function prioritySkeleton(vocabulary: PriorityVocabulary): string {
  const example = typeof vocabulary === "string" ? (vocabulary === "ranks" ? "<rank>" : "P1") : (vocabulary[0] ?? "");
  return `- **Priority**: ${example}`;
}

/** An empty value and a placeholder count as missing; a priority may also come from the title or the heading of a group. */
function has(candidate: Candidate, name: z.output<typeof fields>[number]): boolean {
  // A priority that says TODO is reported by active/priority-vocabulary, the reason of a manual-only entry by autoprep/manual-reason.
  if (name === "priority" && (candidate.priority?.text ?? "") !== "") return true;
  const isJudgedElsewhere = name === "reason" && candidate.role === "manual";
  return candidate.fields.some(
    ({ names, value, items }) =>
      names.includes(name) &&
      (items.some(({ plain }) => !isPlaceholder(plain)) ||
        (isJudgedElsewhere ? value.plain !== "" : !isPlaceholder(value.plain))),
  );
}
