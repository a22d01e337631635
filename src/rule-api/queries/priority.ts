import type { Candidate } from "../../core/claims/claim.ts";
import type { PriorityVocabulary } from "../../core/settings.ts";

/** A priority as a number that sorts: the 2 of "P2 — important", the 3 of "3", the place of a word in its list. */
export interface Priority {
  readonly kind: "level" | "rank" | "word";
  readonly value: number;
}

/** Reads the token that a priority begins with; what follows it explains. Undefined when it is none. */
export function parsePriority(text: string, vocabulary: PriorityVocabulary = "any"): Priority | undefined {
  const bare = text.trim().replace(/^[*`_[(]+/, "");
  if (typeof vocabulary !== "string") {
    const word = vocabulary.findIndex((one) => startsWithWord(bare.toLowerCase(), one.toLowerCase()));
    return word === -1 ? undefined : { kind: "word", value: word };
  }
  const level = /^P(\d)(?![\p{L}\p{N}])/iu.exec(bare)?.[1];
  if (level !== undefined) return { kind: "level", value: Number(level) };
  const rank = /^#?(\d{1,4})(?![\p{L}\p{N}]|\.\d)/u.exec(bare)?.[1];
  return rank === undefined ? undefined : { kind: "rank", value: Number(rank) };
}

function startsWithWord(text: string, word: string): boolean {
  return text === word || (text.startsWith(word) && !/[\p{L}\p{N}]/u.test(text.charAt(word.length)));
}

/** Whether the priority belongs to the vocabulary of a section: P0 to P3, whole ranks from 1, either, or a listed word. */
export function inVocabulary(text: string, vocabulary: PriorityVocabulary): boolean {
  const priority = parsePriority(text, vocabulary);
  if (priority === undefined) return false;
  const level = priority.kind === "level" && priority.value <= 3;
  const rank = priority.kind === "rank" && priority.value >= 1;
  if (vocabulary === "levels") return level;
  if (vocabulary === "ranks") return rank;
  return vocabulary === "any" ? level || rank : priority.kind === "word";
}

/** By priority, then by order in the section; entries without a readable priority come last. */
export function compareByPriority(one: Candidate, other: Candidate, vocabulary: PriorityVocabulary): number {
  return value(one, vocabulary) - value(other, vocabulary) || one.order - other.order;
}

function value(candidate: Candidate, vocabulary: PriorityVocabulary): number {
  return (
    (candidate.priority === undefined ? undefined : parsePriority(candidate.priority.text, vocabulary)?.value) ??
    Number.MAX_SAFE_INTEGER
  );
}
