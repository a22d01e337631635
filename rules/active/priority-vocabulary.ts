import { defineRule, entryKey, inVocabulary, noOptions, type PriorityVocabulary } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a priority to belong to the vocabulary of its section",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unknown: {
      message: "The priority “{priority}” of “{title}” does not belong to the vocabulary of “{section}”.",
      fact: "priorities of {role} entries are {vocabulary}",
      help: "Use one of them, or set `priorities.{role}` in the configuration.",
    },
  },
  check({ claims, settings, report }) {
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
        data: { priority: priority.text, title: candidate.title, section: candidate.section, role, vocabulary: describe(vocabulary) },
        at: priority,
        // The heading of a group speaks for whichever entry comes first below it.
        ...(candidate.extent.offset <= priority.location.offset ? {} : { identity: `group ${entryKey(priority.text)}` }),
      });
    }
  },
});

function describe(vocabulary: PriorityVocabulary): string {
  if (typeof vocabulary !== "string") return vocabulary.join(", ");
  const words = { levels: "P0, P1, P2 and P3", ranks: "whole numbers from 1", any: "P0 to P3 or whole numbers from 1" };
  return words[vocabulary];
}
