import type { ClaimBase } from "./claim-base.ts";
import type { Inline } from "../document.ts";
import type { EntryRole, EntryShape } from "../entry-role.ts";
import type { Location } from "../location.ts";
import type { Quotation } from "../quotation.ts";
import type { FieldName } from "../settings.ts";
import type { Stage } from "../statuses.ts";

export interface Field extends Quotation {
  readonly label: string;
  /** `label` in lower case with single spaces: "why manual promotion only". */
  readonly key: string;
  /** Which known fields the label names, by the aliases of the configuration: ["reason"]. */
  readonly names: readonly FieldName[];
  readonly value: Inline;
  /** Nested bullets under the field. */
  readonly items: readonly Inline[];
}

export interface SpecTarget extends Quotation {
  readonly spec: number;
  /** As written, "043". */
  readonly digits: string;
  readonly slug: string | undefined;
}

/** What an entry says about how far it is. */
export interface OwnState extends Quotation {
  /** A status field, a mark around the title, the box of a task, or a title that is struck out. */
  readonly form: "status" | "title" | "box" | "strike";
  /** The words of a status field that decide. */
  readonly word?: string;
  /** Undefined for a status that nobody knows. */
  readonly stage: Stage | undefined;
  /** The role of the section that a status names. */
  readonly section: EntryRole | undefined;
}

/** An entry of the queue: a heading or a bullet that begins with a title. */
export interface Candidate extends ClaimBase {
  readonly kind: "candidate";
  readonly title: string;
  /** `title` normalised by `entryKey`; the identity of the candidate across sections and documents. */
  readonly key: string;
  /** Keys of former titles ("formerly …"). */
  readonly aliases: readonly string[];
  /** The title without a number, label or anchor that may be no part of it. For comparison with specs only. */
  readonly variants?: readonly string[];
  /** The title without an explanation after it, which may be no part of it; undefined when it has none. For comparison only. */
  readonly titleHead?: string | undefined;
  readonly role: EntryRole;
  /** The heading of the section it is in. */
  readonly section: string;
  /** The heading of the group below the section, such as "P0 — Release Blockers". */
  readonly group: string | undefined;
  readonly shape: EntryShape;
  /** Position among the candidates of its section, from 0. */
  readonly order: number;
  /** As written in its field, or taken from its group; undefined when neither states one. */
  readonly priority: Quotation | undefined;
  readonly fields: readonly Field[];
  /** Everything the entry says after its title: field values and paragraphs, in order. */
  readonly body: readonly Inline[];
  /** The specs that its title line names as target: `-> Spec 242`. More than one when it is split. */
  readonly targets: readonly SpecTarget[];
  /** What it says about how far it is, in the order of the text; empty when it says nothing. */
  readonly states: readonly OwnState[];
  /** The mark of a task bullet. */
  readonly mark: string | undefined;
  /** The heading, or the paragraph with which the bullet begins, without marker and box. */
  readonly opening: Location;
  /** The beginning of `opening`: the title with its markup, and the targets after it. */
  readonly head: Location;
  /** The whole entry, fields included. */
  readonly extent: Location;
}
