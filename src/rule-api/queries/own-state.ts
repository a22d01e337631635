import type { Candidate, OwnState } from "../../core/claims/claim.ts";

/** Whether what an entry says of itself leaves it free to be picked: planned, or agreed upon. What nobody knows does not. */
export function isFree({ stage, section }: OwnState): boolean {
  return (section === undefined || section === "active") && (stage === "planned" || stage === "approved");
}

/** The status of an active entry when it names another section: deferred, superseded, promoted, manual only. */
export function closedStatus({ states }: Candidate): OwnState | undefined {
  return states.find(({ section }) => section !== undefined && section !== "active");
}
