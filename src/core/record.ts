import type { Document } from "./document.ts";
import type { DocumentSource, Layout, RecordColumn } from "./layout.ts";
import type { Location } from "./location.ts";
import type { Quotation } from "./quotation.ts";
import type { Resolution, Unit, UnitReference, Units } from "./unit.ts";

/** One line of a plan, whatever it is written in. */
export interface PlanRecord extends Quotation {
  readonly form: "row" | "item" | "file" | "entry";
  readonly title: string;
  /** The headings that it is under, outermost first, without the document's title. */
  readonly sections: readonly string[];
  /** What it is about, as its words name it; the most exact way first. */
  readonly references: readonly UnitReference[];
  readonly resolution: Resolution;
  /** The unit, when it is exactly one. */
  readonly unit: Unit | undefined;
  readonly status: Quotation | undefined;
  readonly progress: StatedProgress | undefined;
  /** The mark of its box. */
  readonly mark: string | undefined;
  /** Cells whose column the layout knows, with the words of the header. */
  readonly cells: readonly RecordCell[];
  /** The whole row or item. */
  readonly extent: Location;
}

export interface RecordCell extends Quotation {
  readonly column: RecordColumn | undefined;
  readonly header: string;
}

/** "11/58 (19%)", "50 %": what is not stated is undefined. */
export interface StatedProgress extends Quotation {
  readonly done: number | undefined;
  readonly total: number | undefined;
  readonly percent: number | undefined;
}

/** What a reader is told beside the document. */
export interface ReaderContext {
  readonly layout: Layout;
  readonly source: DocumentSource;
  readonly units: Units;
}

/** What a reader made of a document. */
export interface Reading {
  readonly records: readonly PlanRecord[];
  /** What looks like a record among records and could not be read as one. */
  readonly unread: readonly Quotation[];
}

export type Reader = (document: Document, context: ReaderContext) => Reading;
