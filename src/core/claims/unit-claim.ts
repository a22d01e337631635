import type { ClaimBase } from "./claim-base.ts";
import type { BoxState, DocumentSource } from "../layout.ts";
import type { Quotation } from "../quotation.ts";
import type { PlanRecord } from "../record.ts";
import type { Unit } from "../unit.ts";

/** What a unit of planning says of itself: its name, statuses and boxes. */
export interface UnitClaim extends ClaimBase {
  readonly kind: "unit";
  readonly unit: Unit;
}

/** A row or item of an index: it is about a unit. */
export interface PlanRecordClaim extends ClaimBase {
  readonly kind: "plan-record";
  readonly record: PlanRecord;
  /** Of the document. */
  readonly path: string;
  /** By name. */
  readonly layout: string;
  /** The words by which the document says that its statuses are those of the past. */
  readonly historical: string | undefined;
  /** What its box says; only in a document that the layout names: elsewhere a box is about some other work. */
  readonly box: BoxState | undefined;
}

/** A document whose rows or items are about units, each with what was read of it. */
export interface IndexClaim extends ClaimBase {
  readonly kind: "index";
  readonly path: string;
  /** By name. */
  readonly layout: string;
  /** What the layout says of it; a document that was found by its content may list units of any kind. */
  readonly source: DocumentSource;
  /** True when the layout names it. */
  readonly named: boolean;
  /** The words by which it says that its statuses are those of the past. */
  readonly historical: string | undefined;
  readonly records: readonly PlanRecord[];
  readonly unread: readonly Quotation[];
  /** The text of the document before its first record, as plain words: it may say that it lists only some. */
  readonly preface: string;
}

/** Every claim of units and of the documents that list them. */
export type PlanClaim = UnitClaim | PlanRecordClaim | IndexClaim;
