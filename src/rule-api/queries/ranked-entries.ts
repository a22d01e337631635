import type { Candidate } from "../../core/claims/claim.ts";
import type { Settings } from "../../core/settings.ts";
import { inVocabulary, parsePriority, type Priority } from "./priority.ts";

/** An entry whose priority can be read. */
export interface RankedEntry {
  readonly candidate: Candidate;
  readonly priority: Priority;
}

/** The entries whose priority is a word of the vocabulary, in their order. */
export function rankedEntries(
  entries: readonly Candidate[],
  vocabulary: Settings["priorities"][keyof Settings["priorities"]],
): RankedEntry[] {
  return entries.flatMap((candidate): RankedEntry[] => {
    const { priority: stated } = candidate;
    if (stated === undefined || !inVocabulary(stated.text, vocabulary)) return [];
    const priority = parsePriority(stated.text, vocabulary);
    return priority === undefined ? [] : [{ candidate, priority }];
  });
}

/** Whether each of several groups counts from 1 without fault. */
export function startsAgainByGroup(ranked: readonly RankedEntry[]): boolean {
  const groups = new Map<string, number[]>();
  for (const { candidate, priority } of ranked) {
    if (candidate.group === undefined) return false;
    groups.set(candidate.group, [...(groups.get(candidate.group) ?? []), priority.value]);
  }
  return (
    groups.size > 1 &&
    [...groups.values()].every((ranks) =>
      ranks.sort((one, other) => one - other).every((rank, index) => rank === index + 1),
    )
  );
}
