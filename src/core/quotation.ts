import type { Location } from "./location.ts";

/** Words quoted from a document (or the name of a directory), with the place where they are. */
export interface Quotation {
  /** The words at `location`, without markup. */
  readonly text: string;
  readonly location: Location;
  /** The words with what is around them, when they say too little alone: "…is already Spec 241 and…". */
  readonly quote?: string;
}
