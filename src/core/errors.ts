/**
 * A fault in what the user gave us: a flag, the configuration, a path. Shown as three lines (what, where, way out)
 * with exit status 2, never as a stack trace.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to do about it. */
  readonly help: string;
  /** File, and line and column where they are known: `queue-lint.config.json:3:5`. */
  readonly place: string | undefined;

  constructor(message: string, help: string, place?: string) {
    super(message);
    this.help = help;
    this.place = place;
  }
}

/** Why a content that git lists is not there: a clone that leaves contents out, or an object that is damaged or lost. */
export type ContentAbsence = "partial" | "damaged";

const absences: Readonly<
  Record<ContentAbsence, { readonly message: string; readonly help: string; readonly reason: string }>
> = {
  partial: {
    message: "The clone is partial, and some of its objects are not there.",
    help: "Fetch them: git fetch --refetch --no-filter. An audit fetches nothing.",
    reason: "the clone is partial; run “git fetch --refetch --no-filter”",
  },
  damaged: {
    message: "An object of the repository is damaged or lost.",
    help: "Run “git fsck” there: it names the object. A fresh clone, or “git fetch --refetch”, brings it back.",
    reason: "an object of the repository is damaged or lost; run “git fsck”",
  },
};

/** Git lists a file, and its content is not in this clone: what rests on it can be said neither way. */
export class AbsentContentError extends UsageError {
  /** Why something is not known, and what to do, for what is *not checked*. */
  readonly reason: string;

  constructor(absence: ContentAbsence, place?: string) {
    const { message, help, reason } = absences[absence];
    super(message, help, place);
    this.reason = reason;
  }
}

/** The last commit, which nobody asked for, cannot be read: what rests on it is not known, and the audit of the work tree goes on. */
export class UnreadableBaseError extends Error {
  override readonly name = "UnreadableBaseError";
}
