import type { BoxState, RelationKind } from "./layout.ts";
import type { DocumentProblem } from "./document.ts";
import type { Stage } from "./statuses.ts";
import type { Location } from "./location.ts";
import type { Delta, Requirement } from "./requirement.ts";
import type { Quotation } from "./quotation.ts";

/** Canonical: "241", "20260507-161658", "spec-auth-001", "add-dark-mode". Unique only where the team's own numbering is. */
export type UnitId = string;

/** Whatever a layout says has an identity and a state: a spec, a change, a plan, a story, a decision. What needs a file is read on demand. */
export interface Unit {
  readonly id: UnitId;
  /** The kind: the key of its `UnitSource`. */
  readonly source: string;
  /** The name of the layout. */
  readonly layout: string;
  readonly name: UnitName;
  /** Of the directory or file; of an entry, the file that it is in. */
  readonly path: string;
  /** The root that holds it, "docs/plans"; of an entry, its file. */
  readonly root: string;
  /** Of the folder below the root, "" or "archive"; of an entry, the keys of the maps that it is in. */
  readonly folder: string;
  readonly location: Location;
  readonly state: "live" | "archived";
  /** Names of the files and directories of a directory; empty for a file. */
  readonly files: readonly string[];
  /** The document that speaks for it. */
  readonly main: string | undefined;
  readonly title: string | undefined;
  /** Every place that states one, in the order of authority. */
  readonly statuses: readonly StatedStatus[];
  readonly tasks: UnitTasks | undefined;
  /** Places that repeat its identity. */
  readonly identities: readonly StatedIdentity[];
  /** Links of the labelled lines at its top. */
  readonly links: readonly UnitLink[];
  /** Files that it says are new. */
  readonly created: readonly CreatedFile[];
  /** Of its main document. */
  readonly requirements: readonly Requirement[];
  /** What it does to the requirements of others. */
  readonly deltas: readonly Delta[];
  /** The fields that its layout asks for. */
  readonly fields: readonly StatedField[];
  /** Other units that it names. */
  readonly relations: readonly StatedRelation[];
  /** What cannot be read of its files of data. */
  readonly problems: readonly DocumentProblem[];
}

/** A file that a plan is to create: `text` is its path. */
export type CreatedFile = Quotation;

/** A link of a labelled line, "Plan: [seat maps](../plans/seat-maps.md)". `text` is the link as written; the label is in lower case. */
export interface UnitLink extends Quotation {
  readonly label: string;
  /** The words of the link. */
  readonly caption: string;
  readonly target: string;
  /** Whether the line has words beside its links: they may tell why one leads nowhere. */
  readonly isRemarked: boolean;
}

export interface UnitName {
  /** The name of the directory or file, whole. */
  readonly text: string;
  /** As written, "007". */
  readonly number?: string;
  readonly slug?: string;
  readonly date?: string;
}

/** A status, and where it is stated. `text` is as written, without markup. */
export interface StatedStatus extends Quotation {
  /** The kind of its source: "header-line", "folder". */
  readonly source: string;
  /** The words that say how far the unit is: "Shipped" of "Approved → Shipped (v2)". */
  readonly word: string;
  /** Undefined when the vocabulary does not know the word. */
  readonly stage: Stage | undefined;
  /** True for a word that this place ends with for good, and which contradicts no other place. */
  readonly final: boolean;
}

export interface StatedIdentity extends Quotation {
  readonly id?: string;
  readonly number?: string;
  readonly slug?: string;
}

/** The value of a field; `text` is the value, the label in lower case. */
export interface StatedField extends Quotation {
  readonly label: string;
}

/** Another unit, and where it is named. */
export interface StatedRelation extends Quotation {
  readonly kind: RelationKind;
  /** The kind of the other. */
  readonly unit: string;
  readonly id: string;
}

/** The boxes of a unit that count: leaves outside fences and comments. */
export interface UnitTasks {
  readonly path: string;
  readonly done: number;
  /** Open and meant to be done before the unit is. */
  readonly open: number;
  /** Dropped, deferred, or open on purpose. */
  readonly setAside: number;
  /** False where boxes of a finished unit may stay open. */
  readonly areKept: boolean;
  /** All boxes with x or X, parents included; and all boxes: what a simple counter says. */
  readonly ticked: number;
  readonly total: number;
  readonly boxes: readonly TaskBox[];
}

/** One box; `text` is what follows it. */
export interface TaskBox extends Quotation {
  readonly state: BoxState;
  /** Why an open box does not count: a word of its own, its mark, or its section. */
  readonly setAside?: string;
  /** True below a heading of what prepares the work. */
  readonly prepares?: true;
  /** True when it asks for the unit itself to be archived. */
  readonly asksToArchive?: true;
}

/** How a document names a unit. At least one of `id`, `number`, `slug` and `path` is there. */
export interface UnitReference {
  readonly text: string;
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  readonly slug?: string | undefined;
  /** A link target or a path, as written. */
  readonly path?: string | undefined;
  /** Kinds that it may mean; all when absent. */
  readonly sources?: readonly string[] | undefined;
}

export type Resolution =
  | { readonly kind: "found"; readonly unit: Unit }
  /** Where the path leads nothing is, but a unit of that very name is in another folder. */
  | { readonly kind: "moved"; readonly unit: Unit }
  | { readonly kind: "several"; readonly units: readonly Unit[] }
  /** Number and slug name two different things. */
  | { readonly kind: "contradicts"; readonly units: readonly Unit[] }
  /** `root` is where it should be; `nearest` a unit with a similar name. */
  | { readonly kind: "missing"; readonly root: string; readonly nearest: Unit | undefined }
  /** It cannot be said what it means, or it is not about a unit. */
  | { readonly kind: "unknown"; readonly reason: string };

export interface Units {
  readonly all: readonly Unit[];
  /** What a document means by a reference; `from` is the document's path. */
  resolve(reference: UnitReference, from: string): Resolution;
  /** The unit that a path is, or is inside of. */
  at(path: string): Unit | undefined;
  /** What cannot be read of files that hold units as entries, and of the units' own. */
  readonly problems: readonly DocumentProblem[];
  /** The stage of a status word of a unit's layout. */
  stageOf(status: string, layout: string): Stage | undefined;
  /** The layouts that were used, by name, with what they call themselves and the paths that prove them. */
  readonly layouts: readonly { readonly name: string; readonly title: string; readonly because: readonly string[] }[];
}
