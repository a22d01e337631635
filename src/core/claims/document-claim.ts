import type { ClaimBase } from "./claim-base.ts";
import type { DocumentRole } from "../document.ts";

/** A document or the folder of specs is at this path. */
export interface InputClaim extends ClaimBase {
  readonly kind: "input";
  readonly role: DocumentRole | "specs";
  readonly path: string;
  /** False when the path follows from a conventional name and nobody wrote it down. */
  readonly configured: boolean;
}

/** The header of a document says what has become of the document: “Status: superseded”. */
export interface DocumentStatusClaim extends ClaimBase {
  readonly kind: "document-status";
  readonly path: string;
  readonly status: string;
}

/** The header of a document says when it was last reviewed. */
export interface ReviewDateClaim extends ClaimBase {
  readonly kind: "review-date";
  readonly path: string;
  readonly label: string;
  /** As written; empty when nothing follows the label. */
  readonly value: string;
}

/** An instruction file for agents names a planning document, a section of the queue or a command. */
export interface AgentMentionClaim extends ClaimBase {
  readonly kind: "agent-mention";
  readonly subject: "file" | "section" | "command";
  readonly value: string;
}

/** A part of a document is broken, so that what it says cannot be read. */
export interface MalformedClaim extends ClaimBase {
  readonly kind: "malformed";
  readonly message: string;
}

/** Every claim about a document as a whole, and those of instruction files. */
export type DocumentClaim = InputClaim | DocumentStatusClaim | ReviewDateClaim | AgentMentionClaim | MalformedClaim;
