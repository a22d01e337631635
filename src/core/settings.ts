import type { DeclarationWords } from "./declaration.ts";
import type { AbsenceWords } from "./absence-words.ts";
import type { BoxMarks } from "./box-marks.ts";
import type { EntryRole, EntryShape, SectionRole } from "./entry-role.ts";
import type { SpecNameReader } from "./spec-name.ts";
import type { UsedLayout } from "./layout.ts";
import type { EntryStatuses, Statuses } from "./statuses.ts";

/** What priorities a section may use: levels (P0 to P3), whole ranks from 1, either, or a list of words. */
export type PriorityVocabulary = "levels" | "ranks" | "any" | readonly string[];

/** One planning document or directory that the audit looks at. */
export interface Input {
  readonly path: string;
  /** False when the path follows from a conventional name and nobody wrote it down. */
  readonly configured: boolean;
  /** Set when documents of other kinds have that name as well: it counts only when something of its role is read in it. */
  readonly isGuess?: true;
}

/** The planning documents, in the order in which they are read. */
export const planningRoles = ["queue", "roadmap", "ledger", "inbox"] as const;
export type PlanningRole = (typeof planningRoles)[number];

/** Where the planning documents are; undefined when the repository has none of a role and none is configured, or when the configuration says `false`. */
export type PlanningInputs = Readonly<Record<PlanningRole, Input | undefined>>;

/** What the configuration says about the planning documents; everything has a value by now. */
export interface Settings extends PlanningInputs {
  /** Undefined only when the configuration says `false`: when nothing was found it is the first conventional name. */
  readonly specs: Input | undefined;
  /** More directories of spec packages, which were found under conventional names; none when `specs` is configured. */
  readonly otherSpecRoots: readonly string[];
  /** Paths of agent instruction files that exist. */
  readonly agents: readonly string[];
  /** Regular expression source that a spec directory's name matches, with groups `number` and `slug`. */
  readonly specPattern: string;
  /** Reads the names of directories by that pattern. */
  readonly readSpecNames: SpecNameReader;
  /** Names of the file that holds the spec, in order of preference. */
  readonly specFiles: readonly string[];
  /** Paths that look as if work were planned there, and that no document or layout reads. */
  readonly seen: readonly string[];
  /** How the repository arranges its planning, by what it shows or by the configuration. */
  readonly layouts: readonly UsedLayout[];
  /** Section aliases, built in and configured, by role. */
  readonly sections: Readonly<Record<SectionRole, readonly string[]>>;
  readonly shapes: readonly EntryShape[];
  /** Labels that name a known field, in lower case: priority, anchors, reason, status, dependencies, boundary and the others of `fieldNames`. */
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
  readonly priorities: Readonly<Record<EntryRole, PriorityVocabulary>>;
  /** The status words of ledger, roadmap and specs. */
  readonly statuses: Statuses;
  /** The words that an entry of the queue says of itself: those of the team, after them the built-in ones. */
  readonly entryStatuses: EntryStatuses;
  /** What people write where a path is not in the repository, in several languages. */
  readonly absence: AbsenceWords;
  /** How agents are told where to take their work. */
  readonly picking: PickingWords;
  /** What sections and entries of the queue say in words, by what is meant; phrases as `AbsenceWords` describes them. */
  readonly phrases: Readonly<Record<PhraseName, readonly string[]>>;
  /** How the boxes of a tasks file are written. */
  readonly boxes: BoxMarks;
  /** Header words that name a column of a table in queue, ledger or roadmap. */
  readonly columns: Readonly<Record<ColumnName, readonly string[]>>;
  /** The words by which the repository says what its records do not claim. */
  readonly declarations: DeclarationWords;
}

/** Phrases of sentences that send agents to a section of the queue, and of those that keep them away from it. */
export interface PickingWords {
  readonly verbs: readonly string[];
  readonly refusals: readonly string[];
}

/** The commands of queue-lint itself, which instruction files for agents may name. `audit` is the default one. */
export const commandNames = [
  "audit",
  "next",
  "guard",
  "mcp",
  "doctor",
  "entries",
  "rules",
  "explain",
  "init",
  "baseline",
  "history",
  "blame",
  "replay",
  "action",
  "help",
] as const;

export const fieldNames = [
  "priority",
  "anchors",
  "reason",
  "status",
  "dependencies",
  "basis",
  "boundary",
  "intent",
  "gap",
  "review",
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What a column of a table in queue, ledger or roadmap may hold. */
export const columnNames = ["title", "status", "evidence", "reportedRole", "order", "spec"] as const;
export type ColumnName = (typeof columnNames)[number];

/**
 * What phrases of the queue mean: an automatic pick is forbidden, something is only preferred, an automatic pick is allowed, a refusal or
 * condition, a decision that a person has to make, a reason that says nothing, an empty queue.
 */
export const phraseNames = ["boundary", "preference", "permission", "negation", "reason", "hollow", "empty"] as const;
export type PhraseName = (typeof phraseNames)[number];
