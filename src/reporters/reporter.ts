import type { AuditedCommit } from "../core/audited-commit.ts";
import type { Board } from "../core/board.ts";
import type { AuditReport } from "../core/finding.ts";

/** What a caller may choose about a report. */
export interface FormatOptions {
  /** Whether ANSI colours may be used: only in a terminal, and never under NO_COLOR. */
  readonly color: boolean;
  /** Whether links of terminals (OSC 8) may be used. */
  readonly links: boolean;
  /** Shows errors only. What was examined is always said. */
  readonly quiet: boolean;
  /** How many columns the terminal has, for formats that wrap their lines; not wrapped without it. */
  readonly width?: number;
  /** Shows each of many findings alike, and says which rules do not apply or could not run. */
  readonly verbose?: boolean;
  /** Shows also what comments and baseline hide, marked. Their number is always said. */
  readonly showSuppressed?: boolean;
  /** Shows also what the base has already, marked. Their number is always said. */
  readonly showExisting?: boolean;
  /** About how many tokens the output may have; only the format `agent` leaves something out for it. */
  readonly maxTokens?: number;
  /** How many characters the output may have; only the format `markdown` leaves something out for it. */
  readonly maxLength?: number;
  /** Where the whole report is, when something is left out: a sentence in Markdown. */
  readonly wholeReport?: string;
}

/** The same, and what is built or loaded for reporters that show more than the report. */
export interface RenderOptions extends FormatOptions {
  /** What the base is compared with, in the headline: "pull request". Default: "change". */
  readonly changeName?: string;
  /** The address of a line of a file, for formats that link places: of the audited commit on its forge. */
  readonly placeUrl?: (path: string, line: number) => string;
  /** The commit that was audited, for formats that name it. */
  readonly checkout?: Checkout;
  /** What the rules require, by their ids. */
  readonly descriptions?: ReadonlyMap<string, string>;
  /** The entries of the queue with their findings; built only when a reporter `shows` it. */
  readonly board?: Board;
  /** Audits of the history, from old to new; walked only when a user asks for it. */
  readonly timeline?: readonly AuditedCommit[];
}

/** Where the audited files are kept. */
export interface Checkout {
  readonly branch?: string;
  /** Full object name of the commit that the tree is, or that the work tree began from. */
  readonly commit: string;
  /** Page of the commit on its forge. */
  readonly commitUrl?: string;
}

/** Turns a report into text. Pure; the text ends with a line feed. */
export interface Reporter {
  /** One line for the help of `--format`. */
  readonly description: string;
  /** What it shows beside the report, and has to be built or loaded for it: entries of the queue (and the history when that is asked for), or what the rules require. */
  readonly shows?: "board" | "rules";
  render(report: AuditReport, options: RenderOptions): string;
}
