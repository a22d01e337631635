import type { Declarations } from "./declaration.ts";
import type { BoxState } from "./box-marks.ts";
import type { Location, Place } from "./location.ts";
import type { Quotation } from "./quotation.ts";
import type { RemoteAnswer, RemoteReference } from "./remote.ts";
import type { Units } from "./unit.ts";
import type { Answer, CommitAnswer, ReadResult } from "./snapshot.ts";

/** One spec directory: `specs/242-operational-controls`. What needs a file to be read is read on demand. */
export interface SpecPackage {
  readonly number: number;
  /** As in the directory's name, "043". */
  readonly digits: string;
  readonly slug: string;
  /** The directory's name. */
  readonly text: string;
  readonly path: string;
  readonly location: Location;
  /** Names of the files and directories directly inside. */
  readonly files: readonly string[];
  /** The path of the spec file, or undefined when there is none. */
  readonly specFile: string | undefined;
  /** The title of the spec file, without a "Feature Specification:" prefix; undefined without one. */
  readonly title: string | undefined;
  /** The title by its key; empty without one. */
  readonly titleKey: string;
  /** The value of the status line in the first lines or the front matter of the spec file. */
  readonly status: string | undefined;
  /** The line that states it. */
  readonly statusLine: Quotation | undefined;
  /** The branch that the header of the spec file names: `242-operational-controls`. */
  readonly branch: string | undefined;
  /** What the header of the spec file says it is a variant or part of, as written; empty when it says nothing. */
  readonly parents: readonly string[];
  readonly tasks: TaskProgress | undefined;
  /** Every box of tasks.md in order; undefined without one. */
  readonly taskList: readonly Task[] | undefined;
  /** The [NEEDS CLARIFICATION] markers of the spec file. */
  readonly clarifications: readonly Quotation[];
  /** Named work that the spec file defers: “Deferred to `Seat maps`”. */
  readonly deferrals: readonly Deferral[];
  /** The heading under which spec or tasks say how the work ended, and what was left. */
  readonly closeOut: Quotation | undefined;
  /** True when the spec file says more than the template it was copied from; undefined without a spec file. */
  readonly substantial: boolean | undefined;
}

/** Boxes of tasks.md, by what they stand for. */
export interface TaskProgress {
  readonly done: number;
  readonly open: number;
  /** Neither: put off, blocked, half done, or with a mark that says nothing clear. */
  readonly deferred: number;
  readonly dropped: number;
}

/** One box of tasks.md: `text` is what is after it. */
export interface Task extends Quotation {
  readonly done: boolean;
  readonly state: BoxState;
}

/** A line of a spec that puts named work off. */
export interface Deferral extends Quotation {
  /** What it names: a title, or "Spec 250". */
  readonly title: string;
}

/** A directory under the spec root whose name does not match the configured pattern. */
export interface UnrecognisedDirectory {
  readonly text: string;
  readonly location: Location;
  /** Whether it holds a file of a spec package. */
  readonly holdsSpec: boolean;
}

export interface SpecFacts {
  /** The spec root, "specs"; undefined when the repository has none. */
  readonly root: string | undefined;
  /** All directories that hold spec packages, the first one first. */
  readonly roots: readonly string[];
  readonly all: readonly SpecPackage[];
  /** Why nothing can be said by numbers, when the spec root has directories and too few of them have one. */
  readonly unnumbered?: string | undefined;
  readonly unrecognised: readonly UnrecognisedDirectory[];
  /** Digits that a spec number is written with, "3" for 043. */
  readonly width: number;
  has(spec: number): boolean;
  numbered(spec: number): readonly SpecPackage[];
  /** The package whose directory has this slug, with or without the number before it. */
  slugged(slug: string): SpecPackage | undefined;
  /** The package whose slug or title is that of a candidate with this title. Reads titles only when no slug fits. */
  titled(title: string): SpecPackage | undefined;
  /** The package whose directory name is most like this one, if any is close. */
  nearest(name: string): SpecPackage | undefined;
}

/** How two names of one file differ: in upper and lower case, or only in the Unicode form of the same letters. */
export type NameDifference = "case" | "form";

export type PathAnswer =
  | { readonly exists: true; readonly path: string; readonly kind: "file" | "directory" }
  /** `actual` is the path as the tree writes it, when case or the Unicode form is all that differs, and `difference` says which; `nearest` a path that is close. */
  | {
      readonly exists: false;
      readonly actual?: string;
      readonly difference?: NameDifference;
      readonly nearest?: string;
    }
  /** It leads into what this tree does not hold, such as a submodule. */
  | { readonly exists: "unknown"; readonly reason: string };

export interface PathFacts {
  /**
   * Looks a cited path up from the root and, failing that, beside the document that cites it.
   * A trailing slash asks for a directory; a glob exists when something matches it.
   */
  resolve(target: string, from: string): PathAnswer;
  /** Whether the first segment of the path is at the root or beside the document, in any case. */
  plausible(target: string, from: string): boolean;
  /** Paths of the files that have a name, wherever they are; those that git ignores are left out. */
  named(name: string): readonly string[];
  read(path: string): ReadResult;
}

/** Documents that keep former entries. */
export interface Archives {
  readonly paths: readonly string[];
  /** The first line that names a title, by its key. */
  find(key: string): Place | undefined;
}

/** What the package.json files of a tree hold, those of the packages of a workspace included. */
export interface PackageFacts {
  /** Their paths. */
  readonly paths: readonly string[];
  /** Names of their scripts. */
  readonly scripts: ReadonlySet<string>;
  /** Why there may be more: one of them is not there or cannot be read. */
  readonly gap: string | undefined;
}

export interface Facts {
  readonly archives: Archives;
  readonly declarations: Declarations;
  readonly specs: SpecFacts;
  /** What the layouts say has an identity and a state. */
  readonly units: Units;
  readonly paths: PathFacts;
  /** The anchors of a planning document: its headings as GitHub names them, and ids in HTML. Undefined for other files. */
  headings(path: string): ReadonlySet<string> | undefined;
  /** Whether a commit exists, by its full or shortened object name. */
  commit(id: string): CommitAnswer;
  /** Where a file or directory that is gone went, by its last rename; undefined when git shows none. */
  renamed(path: string): Answer<string | undefined>;
  /** Whether the history ever held a file or directory of that name. */
  existed(path: string): Answer<boolean>;
  /** Short names of the branches, local and remote, with commits that this tree does not have yet. */
  branches(): Answer<readonly string[]>;
  /** What the server says about an issue or a pull request. */
  remote(reference: RemoteReference): RemoteAnswer;
  /** Names of the scripts in package.json; undefined when there is no readable package.json at the root. */
  readonly scripts: ReadonlySet<string> | undefined;
  /** Every package.json of the tree together. */
  readonly packages: PackageFacts;
  /** ISO 8601 date. */
  readonly today: string;
}
