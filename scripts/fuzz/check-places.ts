import { documentClaims } from "../../src/claims/read-claims.ts";
import type { AuditModel } from "../../src/core/audit-model.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { Location } from "../../src/core/location.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";

/** Throws when something that was read from a document is at a place that the document does not have. */
export function checkPlaces(model: AuditModel): void {
  for (const document of model.documents) {
    const lines = new LineNumbers(document.text);
    for (const location of locationsIn([document, documentClaims(document, model.settings)])) {
      if (location.path === document.path) lines.check(location);
    }
  }
}

/** Throws when a finding, or the truth beside it, points at a line or column that its file does not have, or a fix edits outside of its file. */
export function checkFindings(findings: readonly Finding[], snapshot: Snapshot): void {
  const known = new Map<string, LineNumbers | undefined>();
  const linesOf = (path: string): LineNumbers | undefined => {
    if (!known.has(path)) known.set(path, numbersOf(snapshot, path));
    return known.get(path);
  };
  for (const finding of findings) {
    const fault = placeFault(finding, linesOf) ?? editFault(finding, linesOf);
    if (fault !== undefined) throw new Error(`${finding.rule}: ${fault} outside of the file`);
  }
}

type LinesOf = (path: string) => LineNumbers | undefined;

/** The first place of a finding that its file does not have; undefined when it has them all. */
function placeFault(
  { path, line, column, endLine, endColumn, claim, fact }: Finding,
  linesOf: LinesOf,
): string | undefined {
  const lines = linesOf(path);
  // A directory, or a file that is not there, is pointed at as a whole.
  const has = lines?.has(line, column) ?? (line === 1 && column === 1);
  if (!has || lines?.has(endLine, endColumn) === false)
    return `place ${path}:${line}:${column}-${endLine}:${endColumn}`;
  if (linesOf(claim.path)?.has(claim.line, 1) === false) return `claim ${claim.path}:${claim.line}`;
  return factFault(fact, linesOf);
}

function factFault({ path, line }: Finding["fact"], linesOf: LinesOf): string | undefined {
  if (path === undefined || line === undefined) return undefined;
  return linesOf(path)?.has(line, 1) === true ? undefined : `fact ${path}:${line}`;
}

function editFault({ fix }: Finding, linesOf: LinesOf): string | undefined {
  for (const { path, offset, endOffset } of fix?.edits ?? []) {
    const length = linesOf(path)?.length ?? -1;
    if (offset < 0 || endOffset < offset || endOffset > length)
      return `edit ${path} ${offset}-${endOffset} of ${length}`;
  }
  return undefined;
}

function numbersOf(snapshot: Snapshot, path: string): LineNumbers | undefined {
  const read = snapshot.read(path);
  return read.ok ? new LineNumbers(read.text) : undefined;
}

/** Lines and columns of a text, computed in the plainest way there is. */
class LineNumbers {
  readonly length: number;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.length = text.length;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  }

  has(line: number, column: number): boolean {
    const start = this.#starts[line - 1];
    return (
      start !== undefined &&
      column >= 1 &&
      start + column - 1 <= (this.#starts[line] ?? this.length + 1) - 1 + (this.#starts[line] === undefined ? 1 : 0)
    );
  }

  check(location: Location): void {
    const shown = `${location.path}:${location.line}:${location.column}-${location.endLine}:${location.endColumn} [${location.offset}, ${location.endOffset})`;
    if (location.offset < 0 || location.endOffset < location.offset || location.endOffset > this.length)
      throw new Error(`offsets outside of the text: ${shown}`);
    if (this.#offsetOf(location.line, location.column) !== location.offset)
      throw new Error(`start and offset disagree: ${shown}`);
    if (this.#offsetOf(location.endLine, location.endColumn) !== location.endOffset)
      throw new Error(`end and offset disagree: ${shown}`);
  }

  #offsetOf(line: number, column: number): number | undefined {
    return this.has(line, column) ? (this.#starts[line - 1] ?? 0) + column - 1 : undefined;
  }
}

/** Every location that can be reached from a value. */
function locationsIn(root: unknown): Location[] {
  const found: Location[] = [];
  const seen = new Set<object>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isLocation(value)) found.push(value);
    for (const part of value instanceof Map || value instanceof Set ? value.values() : Object.values(value))
      open.push(part);
  }
  return found;
}

function isLocation(value: object): value is Location {
  return "path" in value && "endOffset" in value && "endColumn" in value && "offset" in value;
}
