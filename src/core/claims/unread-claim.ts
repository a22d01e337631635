import type { ClaimBase } from "./claim-base.ts";

/** What is where a claim may be, and was read as none, nor as a note of a known kind. `text` is its words. */
export interface UnreadClaim extends ClaimBase {
  readonly kind: "unread";
  readonly form: "item" | "row" | "paragraph" | "heading" | "markup";
  /** The heading of the section that it is in; empty above the first one. */
  readonly section: string;
  /** Why nothing was read: "it does not begin with a title". */
  readonly reason: string;
  /** What makes it look like an entry among entries: "an arrow to Spec 12"; undefined when nothing does. */
  readonly sign: string | undefined;
  /** False where the sign is weak, as documents of another kind have it too. */
  readonly certain: boolean;
}

/** A line that reads like the heading of a section with a role, and is not one: its shape was lost. */
export interface LostHeadingClaim extends ClaimBase {
  readonly kind: "lost-heading";
  readonly title: string;
  readonly role: string;
  /** What it is instead: "a paragraph", "a heading of level 3". */
  readonly form: string;
  /** False for one common word, which may as well be a label. */
  readonly certain: boolean;
}

/** Every claim about what was not read. */
export type UnreadClaims = UnreadClaim | LostHeadingClaim;
