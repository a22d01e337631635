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

/** A script that a command line runs with a package manager. */
export interface ScriptCall {
  readonly tool: "npm" | "pnpm" | "yarn" | "bun";
  readonly name: string;
  /** The directory that the line names for it, as written; undefined when it names none. */
  readonly directory: string | undefined;
  /** The command as written. */
  readonly text: string;
}

export interface AgentMentionClaim extends ClaimBase {
  readonly kind: "agent-mention";
  /** A planning document, a section, a spec or plan that it points at, a section to pick from, a command of queue-lint, a script of a package. */
  readonly subject: "file" | "section" | "pointer" | "picking" | "command" | "script";
  readonly value: string;
  /** Of a script only. */
  readonly script: ScriptCall | undefined;
}

export interface MalformedClaim extends ClaimBase {
  readonly kind: "malformed";
  readonly message: string;
}

/** Every claim about a document as a whole, and those of instruction files. */
export type DocumentClaim = InputClaim | DocumentStatusClaim | ReviewDateClaim | AgentMentionClaim | MalformedClaim;
