import type { DocumentRole } from "../document.ts";
import type { Quoted } from "../quoted.ts";

/** What every claim has. */
export interface ClaimBase extends Quoted {
  /** Identity that survives edits elsewhere: made of entry keys and values, never of line numbers. */
  readonly identity: string;
  /** The document that makes the claim. */
  readonly document: DocumentRole;
}
