import type { ReportedRoleClaim } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { specMentions } from "../references/spec-target.ts";

type ReportedRole = Pick<ReportedRoleClaim, "says" | "priority" | "target">;

const phrases: readonly (readonly [ReportedRoleClaim["says"], RegExp])[] = [
  ["active", /\bactive\s+(?:(P[0-3])\s+)?candidate\b/i],
  ["manual", /\bmanual(?:[- ]promotion)?[- ]only\b|\bmanual\s+(?:promotion\s+)?backlog\b/i],
  ["deferred", /\b(?:deferred|parked)\s+candidate\b/i],
  ["superseded", /\bsuperseded\s+candidate\b/i],
];
const single: readonly (readonly [ReportedRoleClaim["says"], RegExp])[] = [
  ["active", /^active\b(?:\s+(P[0-3])\b)?/i],
  ["manual", /^manual\b/i],
  ["deferred", /^(?:deferred|parked)\b/i],
  ["superseded", /^superseded\b/i],
];
const denied = /\b(?:no|not|never|formerly|former|was|were|once|until|if|when|would|could|should)\b/i;

/** Where some words say that a candidate is; undefined when they say nothing of it. In its own column one word is enough. */
export function reportedRoleIn(cell: Inline, ownColumn: boolean): ReportedRole | undefined {
  const specced = /\b(?:specced|promoted)\s+(?:as|to|into|in)\b/i.exec(cell.text);
  const target =
    specced === null || denied.test(cell.text.slice(0, specced.index))
      ? undefined
      : specMentions(cell).find((mention) => mention.start >= specced.index)?.targets[0];
  if (target !== undefined) return { says: "promoted", priority: undefined, target };
  for (const [says, pattern] of ownColumn ? [...phrases, ...single] : phrases) {
    const match = pattern.exec(cell.plain);
    if (match !== null && !denied.test(cell.plain.slice(0, match.index)))
      return { says, priority: match[1]?.toUpperCase(), target: undefined };
  }
  return undefined;
}
