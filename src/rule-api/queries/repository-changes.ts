import type { ClaimsAndFacts } from "../../core/audit-model.ts";
import { AbsentContentError } from "../../core/errors.ts";
import type { Unknown } from "../../core/unknown.ts";

/** What came and went between two trees: names of spec directories, or titles of ledger rows. */
export interface RepositoryChanges {
  readonly kind: "changes";
  readonly what: "spec" | "row";
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/**
 * The spec directories that came or went; only when there are none, the rows of the ledger, because that means reading it as it was. Undefined
 * when neither changed, or when the earlier tree has neither: then it kept them elsewhere. Unknown when a partial clone left the ledger out.
 */
export function changesSince(earlier: ClaimsAndFacts, now: ClaimsAndFacts): RepositoryChanges | Unknown | undefined {
  if (earlier.facts.specs.root !== undefined) {
    const specs = difference(
      earlier.facts.specs.all.map(({ text }): Row => [text, text]),
      now.facts.specs.all.map(({ text }): Row => [text, text]),
    );
    if (specs.came.length + specs.went.length > 0) return { kind: "changes", what: "spec", ...specs };
  }
  const before = earlierRows(earlier, now);
  if (!Array.isArray(before)) return before;
  if (before.length === 0) return undefined;
  const ledger = difference(before, rowsOf(now));
  return ledger.came.length + ledger.went.length > 0 ? { kind: "changes", what: "row", ...ledger } : undefined;
}

type Row = readonly [key: string, title: string];

function rowsOf(tree: ClaimsAndFacts): Row[] {
  return tree.claims.of("ledger-row").map(({ key, title }) => [key, title]);
}

/** Where the ledger says the same, no other document of that day needs to be read. */
function earlierRows(earlier: ClaimsAndFacts, now: ClaimsAndFacts): Row[] | Unknown {
  try {
    const [first] = now.claims.of("ledger-row");
    return rowsOf(first !== undefined && saysSame(first.location.path, earlier, now) ? now : earlier);
  } catch (error) {
    if (error instanceof AbsentContentError) return { kind: "unknown", reason: error.reason };
    throw error;
  }
}

/** "1 spec directory", "3 ledger rows". */
export function countOf({ what, came, went }: RepositoryChanges): string {
  const count = came.length + went.length;
  const [one, many] = what === "spec" ? ["spec directory", "spec directories"] : ["ledger row", "ledger rows"];
  return `${count} ${count === 1 ? one : many}`;
}

/** "+ 015-refund-rules, - 014-seat-maps and 3 more". */
export function namesOf({ came, went }: RepositoryChanges): string {
  const names = [...came.map((name) => `+ ${name}`), ...went.map((name) => `- ${name}`)];
  const rest = names.length - 3;
  return names.slice(0, 3).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function saysSame(path: string, earlier: ClaimsAndFacts, now: ClaimsAndFacts): boolean {
  const [before, after] = [earlier.facts.paths.read(path), now.facts.paths.read(path)];
  return before.ok && after.ok && before.text === after.text;
}

function difference(before: readonly Row[], after: readonly Row[]): { came: string[]; went: string[] } {
  const only = (one: readonly Row[], other: readonly Row[]): string[] => {
    const keys = new Set(other.map(([key]) => key));
    return one.filter(([key]) => !keys.has(key)).map(([, name]) => name);
  };
  return { came: only(after, before), went: only(before, after) };
}
