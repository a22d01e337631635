import type { ClaimsAndFacts } from "../core/audit-model.ts";

/** What came and went between two trees: names of spec directories, or titles of ledger rows. */
export interface RepositoryChanges {
  readonly what: "spec" | "row";
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/**
 * The spec directories that came or went; only when there are none, the rows of the ledger, because that means reading it as it was. Undefined
 * when neither changed, or when the earlier tree has neither: then it kept them elsewhere.
 */
export function changesSince(earlier: ClaimsAndFacts, now: ClaimsAndFacts): RepositoryChanges | undefined {
  if (earlier.facts.specs.root !== undefined) {
    const specs = difference(earlier.facts.specs.all.map(({ text }) => [text, text]), now.facts.specs.all.map(({ text }) => [text, text]));
    if (specs.came.length + specs.went.length > 0) return { what: "spec", ...specs };
  }
  const rows = (tree: ClaimsAndFacts): [string, string][] => tree.claims.of("ledger-row").map(({ key, title }) => [key, title]);
  const [first] = now.claims.of("ledger-row");
  // Where the ledger says the same, no other document of that day needs to be read.
  if (first !== undefined && saysSame(first.location.path, earlier, now)) return undefined;
  const before = rows(earlier);
  if (before.length === 0) return undefined;
  const ledger = difference(before, rows(now));
  return ledger.came.length + ledger.went.length > 0 ? { what: "row", ...ledger } : undefined;
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

function difference(before: readonly [string, string][], after: readonly [string, string][]): { came: string[]; went: string[] } {
  const only = (one: readonly [string, string][], other: readonly [string, string][]): string[] => {
    const keys = new Set(other.map(([key]) => key));
    return one.filter(([key]) => !keys.has(key)).map(([, name]) => name);
  };
  return { came: only(after, before), went: only(before, after) };
}
