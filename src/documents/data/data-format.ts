import type { DataNode } from "../../core/data.ts";
import type { DocumentProblem } from "../../core/document.ts";
import type { SourceText } from "../source-text.ts";

/** The stretch of a text to read: YAML may be the front matter of a document. */
export interface DataStretch {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface ReadData {
  /** Undefined when the text is empty or cannot be read. */
  readonly root: DataNode | undefined;
  /** Where the text cannot be read, and keys that are given twice. */
  readonly problems: readonly DocumentProblem[];
}

export interface DataFormat {
  /** Of file names, in lower case, with the dot. */
  readonly extensions: readonly string[];
  /** What starts a comment that goes on to the end of the line. */
  readonly comment: "#" | "//" | undefined;
  /** Never throws. */
  readonly read: (stretch: DataStretch) => ReadData;
}
