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

/** A document says which document is the candidate queue, or that it is to be used as one, or not. */
export interface QueueNamingClaim extends ClaimBase {
  readonly kind: "queue-naming";
  /** As written; undefined for the document itself. */
  readonly names: string | undefined;
  /** False in “Do not use for: picking the next candidate”. */
  readonly isQueue: boolean;
}

/** The header of a document says when it was last reviewed. */
export interface ReviewDateClaim extends ClaimBase {
  readonly kind: "review-date";
  readonly path: string;
  readonly label: string;
  /** As written; empty when nothing follows the label. */
  readonly value: string;
}

/** A script that a command line runs with a package manager. */
export interface ScriptCall {
  readonly tool: "npm" | "pnpm" | "yarn" | "bun";
  readonly name: string;
  /** The directory that the line names for it, as written; undefined when it names none. */
  readonly directory: string | undefined;
  /** The command as written. */
  readonly text: string;
}

/** An instruction file for agents names a planning document, a section of the queue, a spec, a script or a command. */
export interface AgentMentionClaim extends ClaimBase {
  readonly kind: "agent-mention";
  /** A planning document, a section, a spec or plan that it points at, a section to pick from, a command of queue-lint, a script of a package. */
  readonly subject: "file" | "section" | "pointer" | "picking" | "command" | "script";
  readonly value: string;
  /** Of a script only. */
  readonly script: ScriptCall | undefined;
}

/** A part of a document is broken, so that what it says cannot be read. */
export interface MalformedClaim extends ClaimBase {
  readonly kind: "malformed";
  readonly message: string;
}

/** Every claim about a document as a whole, and those of instruction files. */
export type DocumentClaim =
  InputClaim | DocumentStatusClaim | QueueNamingClaim | ReviewDateClaim | AgentMentionClaim | MalformedClaim;
