import {
  defineRule,
  entryKey,
  inVocabulary,
  noOptions,
  onlyNearest,
  replaceText,
  type Candidate,
  type Facts,
  type Fix,
  type PriorityVocabulary,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a priority to belong to the vocabulary of its section",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    unknown: {
      message: "The priority “{priority}” of “{title}” does not belong to the vocabulary of “{section}”.",
      fact: "priorities of {role} entries are {vocabulary}",
      help: "Use one of them, or set `priorities.{role}` in the configuration.",
    },
  },
  check({ claims, facts, settings, report }) {
    const reported = new Set<number>();
    for (const candidate of claims.of("candidate")) {
      const { priority, role } = candidate;
      const vocabulary = settings.priorities[role];
      // A missing or empty priority is the business of active/required-fields.
      if (priority === undefined || priority.text === "" || inVocabulary(priority.text, vocabulary)) continue;
      // The heading of a group gives all its entries the same priority, and is wrong only once.
      if (reported.has(priority.location.offset)) continue;
      reported.add(priority.location.offset);
      report("unknown", candidate, {
        data: {
          priority: priority.text,
          title: candidate.title,
          section: candidate.section,
          role,
          vocabulary: describe(vocabulary),
        },
        at: priority,
        fix: meant(candidate, vocabulary, facts),
        // The heading of a group speaks for whichever entry comes first below it.
        ...(candidate.extent.offset <= priority.location.offset
          ? {}
          : { identity: `group ${entryKey(priority.text)}` }),
      });
    }
  },
});

function describe(vocabulary: PriorityVocabulary): string {
  if (typeof vocabulary !== "string") return vocabulary.join(", ");
  const words = { levels: "P0, P1, P2 and P3", ranks: "whole numbers from 1", any: "P0 to P3 or whole numbers from 1" };
  return words[vocabulary];
}

/** The priority that other words for one of the vocabulary mean: "Priority 1" is P1. "High" may be any. */
function meant(candidate: Candidate, vocabulary: PriorityVocabulary, facts: Facts): Fix | undefined {
  const value = candidate.fields.find((field) => field.names.includes("priority"))?.value;
  if (value === undefined) return undefined;
  const token = typeof vocabulary === "string" ? spelled(value.plain, vocabulary) : word(value.plain, vocabulary);
  const edits = token === undefined ? undefined : replaceText(value.location, token, facts);
  return edits === undefined || token === undefined
    ? undefined
    : { kind: "suggest", description: `Write ${token[1]}.`, edits };
}

function spelled(text: string, vocabulary: "levels" | "ranks" | "any"): readonly [string, string] | undefined {
  const level = /^(?:priority|prio|level|p)[\s:#-]*([0-3])(?![\w.])/i.exec(text);
  const rank = /^(?:rank|number|no\.?|nr\.?)[\s:#-]*(\d{1,4})(?![\w.])/i.exec(text);
  if (vocabulary !== "ranks" && level?.[1] !== undefined) return [level[0], `P${level[1]}`];
  return vocabulary !== "levels" && rank?.[1] !== undefined ? [rank[0], String(Number(rank[1]))] : undefined;
}

function word(text: string, vocabulary: readonly string[]): readonly [string, string] | undefined {
  const close = onlyNearest(text, vocabulary);
  return close === undefined ? undefined : [text, close];
}
