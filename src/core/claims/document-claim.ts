import type { ClaimBase } from "./claim-base.ts";
import type { DocumentRole } from "../document.ts";

export interface InputClaim extends ClaimBase {
  readonly kind: "input";
  readonly role: DocumentRole | "specs";
  readonly path: string;
  /** False when the path follows from a conventional name and nobody wrote it down. */
  readonly configured: boolean;
}

export interface DocumentStatusClaim extends ClaimBase {
  readonly kind: "document-status";
  readonly path: string;
  readonly status: string;
}

export interface ReviewDateClaim extends ClaimBase {
  readonly kind: "review-date";
  readonly path: string;
  readonly label: string;
  /** As written; empty when nothing follows the label. */
  readonly value: string;
}

export interface AgentMentionClaim extends ClaimBase {
  readonly kind: "agent-mention";
  readonly subject: "file" | "section" | "command";
  readonly value: string;
}

export interface MalformedClaim extends ClaimBase {
  readonly kind: "malformed";
  readonly message: string;
}

/** Every claim about a document as a whole, and those of instruction files. */
export type DocumentClaim = InputClaim | DocumentStatusClaim | ReviewDateClaim | AgentMentionClaim | MalformedClaim;
