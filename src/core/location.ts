/**
 * A stretch of one file. Lines and columns count from 1, as editors do; offsets count UTF-16 units
 * from 0 in the text as it was read, so that a fix can edit the source without reprinting it.
 */
export interface Location {
  /** Repository-relative, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** Where a truth was read: a line of a file, or a whole file or directory when there is no line. */
export interface Place {
  readonly path: string;
  readonly line?: number;
}

/** The very start of a file or directory: the location of a claim that the file as a whole makes. */
export function startOf(path: string): Location {
  return { path, line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 };
}
