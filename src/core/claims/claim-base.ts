import type { DocumentRole } from "../document.ts";
import type { Quotation } from "../quotation.ts";

/** What every claim has. */
export interface ClaimBase extends Quotation {
  /** Identity that survives edits elsewhere: made of entry keys and values, never of line numbers. */
  readonly identity: string;
  /** The document that makes the claim. */
  readonly document: DocumentRole;
}
