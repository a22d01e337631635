import type { AgentMentionClaim } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Facts } from "../../core/fact.ts";
import type { Settings } from "../../core/settings.ts";

/** Whether a file that agents are told about may exist. A bare name may mean a document beside the queue. */
export function isMentionedFile(
  { value, location }: AgentMentionClaim,
  { facts, settings }: { readonly facts: Facts; readonly settings: Settings },
): boolean {
  return [location.path, settings.queue.path].some((from) => facts.paths.resolve(value, from).exists !== false);
}

/** Whether one of these headings is the one that agents are told about, or begins with it. */
export function isMentionedHeading({ value }: AgentMentionClaim, headings: readonly string[]): boolean {
  const key = entryKey(value.replace(/^#+\s*/, ""));
  return headings.map(entryKey).some((heading) => heading === key || heading.startsWith(`${key} `));
}
