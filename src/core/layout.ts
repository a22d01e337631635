import type { RequirementSource } from "./requirement.ts";
import type { Stage } from "./statuses.ts";

/**
 * How a team arranges its planning: plain JSON, a preset of `layouts/` or the user's own, with the configuration merged over it. A pattern of
 * paths is segments between slashes; in a segment `*` is any run of characters, `?` one, `[0-9]` one of a set, `{a,b}` either. Regular
 * expressions are sources without flags that must match a whole name.
 */
export interface Layout {
  readonly name: string;
  /** How people call it, for display. */
  readonly title: string;
  /** Patterns of paths from the root; one that exists proves the layout. */
  readonly detect: readonly string[];
  /** By kind: "change", "spec", "plan", "decision". */
  readonly units: Readonly<Record<string, UnitSource>>;
  /** By a name of their own. */
  readonly documents: Readonly<Record<string, DocumentSource>>;
  readonly references: readonly ReferenceForm[];
  /** Status words beside the built-in ones, by stage; they win over the built-in ones. */
  readonly statuses: Readonly<Partial<Record<Stage, readonly string[]>>>;
  /** Status words that say nothing of how a unit ended; they win over all others. */
  readonly ambiguous: readonly string[];
  readonly boxes: BoxWords;
  /** Words at the top of a document that says that its statuses are those of the past. */
  readonly historical: readonly string[];
  /** What may be picked up; undefined where the layout says nothing about what is free. */
  readonly next?: NextSource | undefined;
  /** Header words of tables, by what the column holds. */
  readonly columns: Readonly<Record<RecordColumn, readonly string[]>>;
}

export const unitShapes = ["directory", "file", "entry"] as const;
/** `entry`: units are the entries of a file, which the roots name. */
export type UnitShape = (typeof unitShapes)[number];

/** Where units of one kind are, and what is read of each. */
export interface UnitSource {
  /** Patterns of directories, or of files that hold entries. What is below a directory that another root of the source names as well is read once. */
  readonly roots: readonly string[];
  readonly shape: UnitShape;
  /** Of a file of data, where its entries are; of Markdown, `undefined`: its boxes are entries when their first words are a name. */
  readonly entries?: EntrySource | undefined;
  /** For the name of the directory or file, with any of the groups `id`, `number`, `slug` and `date`. */
  readonly name: string;
  /** Names (patterns) that are not units: templates, indexes. */
  readonly ignore: readonly string[];
  /** Of a directory, one of these files must exist; empty when any directory with the name is a unit. */
  readonly requires: readonly string[];
  /** Of a directory, names of the document that speaks for the unit, in order of preference; of an entry, paths with `{id}`, `{folder}` or a key in braces. */
  readonly main: readonly string[];
  /** Of a directory, names of the file with its boxes, in order of preference; of a file, `true` for its own boxes. */
  readonly tasks: readonly string[] | boolean;
  /** Whether boxes are ticked when the work is done: where they are not, open boxes say nothing. */
  readonly keepsBoxes: boolean;
  /** Folders below the root that hold units as well, by their paths. "" is the root itself. */
  readonly folders: Readonly<Record<string, UnitFolder>>;
  /** In the order of authority. */
  readonly statuses: readonly StatusSource[];
  /** Places that repeat what the name says. */
  readonly identities: readonly IdentitySource[];
  /** Where units of this kind hold requirements. */
  readonly requirements?: RequirementSource | undefined;
  /** Labels of the front matter, or paths inside an entry, of what else is asked of a unit. */
  readonly fields: readonly string[];
  /** What a unit says of others. */
  readonly relations: readonly RelationSource[];
}

/** Where a file of data holds entries. Paths are keys between dots, `*` for each of a map or list; "$key" is the entry's own key, "$value" itself. */
export interface EntrySource {
  /** From the top: "*.tasks.*". */
  readonly path: string;
  readonly id: string;
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  /** Entries inside an entry; their ids follow its own and a dot. */
  readonly children?: string | undefined;
}

/** What may be picked up: live units of one kind that say that they are free. */
export interface NextSource {
  /** The kind of unit. */
  readonly unit: string;
  /** For the whole name; others are parts of those, or something else. */
  readonly name?: string | undefined;
  /** Folders that hold what may be picked; all live ones when absent. */
  readonly folders?: readonly string[] | undefined;
  /** The key of the document whose rows are the list to pick from. */
  readonly document?: string | undefined;
  /** Stages of a status that make a unit free; without them, a task list without a ticked box does. */
  readonly stages?: readonly Stage[] | undefined;
  /** True where everything before a unit must be done first. Default: false. */
  readonly inOrder?: boolean | undefined;
  /** Labels or header words, in lower case, of the priority, and its values, the first one first. */
  readonly priority?: { readonly labels: readonly string[]; readonly values: readonly string[] } | undefined;
  /** Labels of who has taken it. */
  readonly taken?: readonly string[] | undefined;
  /** Header words of the cells that name what must be done before. */
  readonly dependencies?: readonly string[] | undefined;
}

export const relationKinds = ["parent", "dependency", "superseded"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Where a unit names another one. */
export interface RelationSource {
  readonly kind: RelationKind;
  /** The kind of unit that it names. */
  readonly unit: string;
  /** Keys of the front matter, or paths inside an entry. */
  readonly labels?: readonly string[] | undefined;
  /** Instead of labels: the other's id by parts of the own name, "epic-{number}". */
  readonly id?: string | undefined;
  /** Regular expression of a whole name with the group `id`. With it the lines above the first section are read, too; a line with other words says something else. */
  readonly pattern?: string | undefined;
}

export interface UnitFolder {
  readonly state: "live" | "archived";
  /** The status that lying here says, if any. */
  readonly status?: string | undefined;
  /** Instead of the source's. */
  readonly name?: string | undefined;
}

/** One place that may state a status. `kind` names a file of `units/status-sources/`. */
export interface StatusSource {
  readonly kind: string;
  /** Name of the file, when it is not the main one. */
  readonly file?: string | undefined;
  /** Labels, headings or keys, in lower case: "status". A key of a data file may be a path: "meta.phase". */
  readonly labels?: readonly string[] | undefined;
  /** Words that this place ends with for good, and which contradict no other place: "approved" of a plan. */
  readonly final?: readonly string[] | undefined;
}

/** One place that repeats the identity of a unit. */
export interface IdentitySource {
  readonly kind: "heading" | "field";
  readonly file?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  /** For the words, with a group `id`, `number` or `slug`; it may match anywhere in them. */
  readonly pattern: string;
}

/** A document whose rows or items are about units. */
export interface DocumentSource {
  /** Patterns of paths. */
  readonly paths: readonly string[];
  /** Names of files of `readers/`; each reads what it knows. */
  readonly readers: readonly string[];
  /** The kinds of unit that it lists; empty for any of the layout. */
  readonly units: readonly string[];
  /** Whether each live unit is expected to have a row. */
  readonly complete: boolean;
  /** Where a document of data holds its records. */
  readonly records: readonly DataRecords[];
}

/** Records of a document of data; paths as in `EntrySource`. */
export interface DataRecords {
  readonly path: string;
  /** For the key of an entry that is a record. */
  readonly key?: string | undefined;
  /** Where it names its units; a list names several. */
  readonly references: readonly string[];
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  /** A status for all of them: what the list that they are in says. */
  readonly says?: string | undefined;
}

/** How prose names a unit: "ADR-0012", "change `add-login`". */
export interface ReferenceForm {
  /** The kind of unit. */
  readonly unit: string;
  /** With a group `id`, `number` or `slug`. */
  readonly pattern: string;
}

/** What the boxes of task lists mean. Words are compared without case, as whole words. */
export interface BoxWords {
  readonly marks: Readonly<Record<BoxState, readonly string[]>>;
  /** An open box that says one of these was left open on purpose. */
  readonly setAside: readonly string[];
  /** Headings above boxes that prepare the work: an open one tells less than others. */
  readonly preparing: readonly string[];
  /** Verbs and labels before a file that does not exist before the work. */
  readonly creating: readonly string[];
  /** An open box that asks for the unit itself to be archived. */
  readonly archiving: readonly string[];
  /** Open boxes below a heading that begins with one of these are done after the unit is. */
  readonly closing: readonly string[];
}

export const boxStates = ["done", "open", "started", "dropped", "deferred"] as const;
export type BoxState = (typeof boxStates)[number];

export const recordColumns = ["id", "title", "status", "progress"] as const;
/** What a column of an index may hold. */
export type RecordColumn = (typeof recordColumns)[number];

/** A layout that an audit uses. */
export interface UsedLayout {
  readonly layout: Layout;
  /** Paths that prove it. */
  readonly because: readonly string[];
  /** True when the configuration or the command line asks for it. */
  readonly configured: boolean;
}
