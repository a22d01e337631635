import type { AgentMentionClaim } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Location } from "../../core/location.ts";

/** A claim of an instruction file that something exists. */
export function mention(
  subject: AgentMentionClaim["subject"],
  said: { value: string; text: string; location: Location },
): AgentMentionClaim {
  return {
    kind: "agent-mention",
    document: "agent",
    identity: `${subject} ${entryKey(said.value)}`,
    text: said.text,
    location: said.location,
    subject,
    value: said.value.trim(),
    script: undefined,
  };
}
