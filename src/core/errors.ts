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

/** Git lists a file, and its content is not in this clone: what rests on it can be said neither way. */
export class AbsentContentError extends UsageError {
  /** Why something is not known, and what to do, for what is *not checked*. */
  readonly reason = "the clone is partial; run “git fetch --refetch --no-filter”";

  constructor(place?: string) {
    super(
      "The clone is partial, and some of its objects are not there.",
      "Fetch them: git fetch --refetch --no-filter. An audit fetches nothing.",
      place,
    );
  }
}
