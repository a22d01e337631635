import type { StatusSource, UnitFolder } from "../core/layout.ts";
import type { Quotation } from "../core/quotation.ts";
import type { Unit, UnitTasks } from "../core/unit.ts";
import type { UnitFile } from "./unit-file.ts";

/** What a status source may look at. */
export interface StatusPlace {
  /** The file that the source names, or the main one; undefined when the unit has none. */
  readonly file: UnitFile | undefined;
  /** In lower case; "status" when the layout names none. */
  readonly labels: readonly string[];
  readonly source: StatusSource;
  readonly folder: UnitFolder;
  /** Of the unit. */
  readonly path: string;
  /** The unit of another kind that has the same name. */
  readonly sibling: (kind: string) => Unit | undefined;
  readonly tasks: () => UnitTasks | undefined;
}

/** Finds where a unit states its status in one way of writing: the words as written with their place. */
export type StatusReader = (place: StatusPlace) => Quotation | undefined;
