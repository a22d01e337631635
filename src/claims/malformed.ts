import type { MalformedClaim } from "../core/claims/claim.ts";
import type { Document } from "../core/document.ts";

/** What the text of a document cannot mean as it is written. */
export function malformed({ problems, role }: Document): MalformedClaim[] {
  return problems.map(({ text, location, message }) => ({
    kind: "malformed",
    document: role,
    identity: `malformed ${text}`.slice(0, 80),
    text,
    location,
    message,
  }));
}
