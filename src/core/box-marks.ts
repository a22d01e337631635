/** What a box of a tasks file stands for. */
export const boxStates = ["done", "open", "deferred", "dropped"] as const;
/** `deferred` is neither done nor open: put off, blocked, half done or unclear. `dropped` will not be done. */
export type BoxState = (typeof boxStates)[number];

/** How boxes are written, and what words beside an open box say that it is not simply open. */
export interface BoxMarks {
  /** What is between the brackets, or the sign that is a box by itself, in lower case. What is not listed is a box only when it is a sign; then it is unclear. */
  readonly marks: Readonly<Record<BoxState, readonly string[]>>;
  /** Which marks of open boxes say that the work has begun. */
  readonly started: readonly string[];
  /** Words between the brackets, or after a box in parentheses, in bold, or after a dash; in lower case. */
  readonly words: Readonly<Record<BoxState, readonly string[]>>;
}
