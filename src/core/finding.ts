import type { Habit } from "./habit.ts";
import type { UnreadPart } from "./unread-part.ts";
import type { Location } from "./location.ts";

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];
/** `fact`: a fact of the tree. `history`: needs git history or a base. `heuristic`: advisory. */
export type RuleClass = "fact" | "history" | "heuristic";

/** One replacement in the source text of a file. Offsets are UTF-16 units in the text as read. */
export interface Edit {
  readonly path: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}

/** A change as data: `safe` may be applied by `--fix`, `suggest` only by name. */
export interface Fix {
  readonly kind: "safe" | "suggest";
  readonly description: string;
  readonly edits: readonly Edit[];
  /** Set when the edits hold the place of an answer that only a person can give: the finding stays until it is given. */
  readonly asks?: true;
}

/** What a rule reports: all words are filled in, nothing is decided about severity or display. */
export interface Problem {
  /** Which of the rule's messages this is. */
  readonly messageId: string;
  /** Set when it is information, whatever the severity of its rule. */
  readonly isAdvisory?: true;
  readonly message: string;
  readonly location: Location;
  readonly claim: { readonly text: string; readonly location: Location };
  readonly fact: { readonly text: string; readonly path?: string; readonly line?: number };
  readonly help?: string;
  readonly fix?: Fix;
  /** Identity of the claim, for the fingerprint. */
  readonly identity: string;
  /** The field that the repository may not keep up, with what is said once for all findings about it. */
  readonly habit?: Habit & { readonly say: (count: number, first: string) => HabitWords };
}

/** What the one finding says that takes the place of many. */
export interface HabitWords {
  readonly messageId: string;
  readonly message: string;
  readonly fact: string;
  readonly help?: string;
  readonly isAdvisory?: true;
}

/** What a user sees. The shape is the contract of `--format json`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly claim: { readonly text: string; readonly path: string; readonly line: number };
  readonly fact: { readonly text: string; readonly path?: string; readonly line?: number };
  readonly help?: string;
  readonly url: string;
  readonly fix?: Fix;
  /** Rule, path and the claim's own identity; the same after edits elsewhere in the file. */
  readonly fingerprint: string;
  /** Hidden by a comment or the baseline: it is reported, but fails no run. */
  readonly suppressed: boolean;
  /** What hides it. */
  readonly suppression?: Suppression;
  /** With a base: whether the base has it already. Only introduced findings fail a run. */
  readonly state?: "introduced" | "existing";
  /** In the list of what only the base has: true when its file is not there any more. Then nobody has corrected the claim. */
  readonly gone?: true;
  /** The field that the repository may not keep up; with `findings`, this one finding takes the place of all of them. */
  readonly habit?: Habit & { readonly findings?: readonly SingleFinding[] };
}

/** A finding in the list of the one that takes its place. */
export type SingleFinding = Omit<Finding, "habit">;

/** Why a finding is hidden, and where that is said. */
export interface Suppression {
  readonly kind: "comment" | "baseline";
  readonly reason: string;
  readonly path: string;
  readonly line: number;
}

export interface UncheckedClaim {
  readonly rule: string;
  readonly reason: string;
  /** Set when the history is what is missing: a base, a full clone, a repository. */
  readonly needs?: "history";
}

/** A rule that has nothing to do, because the repository keeps no document of the kind that it reads. */
export interface NotApplicable {
  readonly rule: string;
  readonly reason: string;
}

/** A document or directory that the audit read, by its role. */
export interface ReadInput {
  readonly role: string;
  /** From the root. */
  readonly path: string;
}

/** How many claims were examined, and how they came out. `examined` is the sum of the other three. */
export interface Coverage {
  readonly examined: number;
  readonly held: number;
  readonly broken: number;
  readonly notChecked: number;
  /** Beside them: what was read as nothing, so that it is no claim. */
  readonly unread?: readonly UnreadPart[];
}

/** The result of one audit, and the shape of `--format json`. */
export interface AuditReport {
  readonly version: 1;
  readonly tool: { readonly name: "queue-lint"; readonly version: string };
  /** Absolute path. */
  readonly root: string;
  readonly tree: string;
  /** The tree that this one is compared with: the name that the user gave, and the commit. */
  readonly base?: { readonly name: string; readonly commit: string };
  readonly findings: readonly Finding[];
  /** With a base: findings that the base has and this tree has not; places and words are those of the base. */
  readonly fixed?: readonly Finding[];
  /** Ids of the rules that ran. */
  readonly rulesRun: readonly string[];
  readonly notChecked: readonly UncheckedClaim[];
  readonly notApplicable: readonly NotApplicable[];
  /** The planning documents and the spec root that were read. */
  readonly inputs: readonly ReadInput[];
  /** Paths that look as if work were planned there, and that were not read. */
  readonly seen: readonly string[];
  readonly coverage: Coverage;
  readonly entries: Readonly<Record<"active" | "manual" | "deferred" | "promoted" | "superseded", number>>;
  /** The layouts that were used, with the paths that prove them; absent when none was. */
  readonly layouts?: readonly { readonly name: string; readonly title: string; readonly because: readonly string[] }[];
  /** Number of spec packages. */
  readonly specs: number;
  /** Set when a run names paths: only findings about them are in the report; how many others the whole audit has. */
  readonly narrowed?: {
    readonly paths: readonly string[];
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
  /** With a base, errors, warnings and infos count introduced findings only. */
  readonly summary: Summary;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  /** Findings that the base has already, and findings that only the base has; absent without a base. */
  readonly existing?: number;
  readonly fixed?: number;
  /** How many of those went with their files; absent when none did. */
  readonly gone?: number;
}
