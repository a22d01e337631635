/** A part of a section with a role, or a whole file, that was read as nothing. */
export interface UnreadPart {
  /** From the root. */
  readonly path: string;
  readonly line: number;
  /** Why nothing was read. */
  readonly reason: string;
  /** Its words; absent for a file. */
  readonly text?: string;
}
