import type { Base } from "../../core/audit-model.ts";
import type { Candidate, Claims, EntryRole } from "../../core/claims/claim.ts";
import { derived } from "../../core/derived.ts";
import type { Facts } from "../../core/fact.ts";
import type { Location, Place } from "../../core/location.ts";
import { nearest } from "../../core/nearest.ts";
import { entriesLike, keysOf } from "./entry-keys.ts";
import { entryWords } from "./entry-words.ts";

/** What became of an entry of the base. */
export interface EntryChange {
  readonly before: Candidate;
  /** The entry as it is now; undefined when it is not an entry any more. */
  readonly after: Candidate | undefined;
  /** How the two are known to be one: by a title they share, by a former title that the entry names, or by what it says. */
  readonly known: "title" | "alias" | "words" | undefined;
  /** Where it is still named, when it is not an entry any more: an archive file, or the list of what was removed. */
  readonly kept: Place | undefined;
}

export interface ChangeInput {
  readonly claims: Claims;
  readonly facts: Facts;
  readonly base: Base;
}

/** Of two entries of one title the one that is furthest along tells what became of it. */
const preference: readonly EntryRole[] = ["promoted", "active", "manual", "deferred", "superseded"];
/** Of the tree that is compared, for each base. */
const changesOf = derived<Facts, Map<Base, readonly EntryChange[]>>();

/**
 * Pairs the entries of two trees, in the order of the base. An entry stays itself through a move, another order, other line
 * breaks, a new title that names the former one, and the way into an archive file. An entry that already was in the base is never
 * taken for another one that is gone, however much they look alike.
 */
export function entryChanges({ claims, facts, base }: ChangeInput): readonly EntryChange[] {
  const known = changesOf(facts, () => new Map());
  const changes = known.get(base) ?? pairEntries({ claims, facts, base });
  known.set(base, changes);
  return changes;
}

/** What makes one of the entries that are left the entry of the base. */
type Test = (one: Candidate, other: Candidate) => boolean;

/** In this order, each for the entries that the ones before left open. */
const counterparts: readonly (readonly [known: "title" | "alias", test: Test])[] = [
  ["title", (one, other) => other.key === one.key && other.role === one.role],
  ["title", (one, other) => other.key === one.key],
  ["alias", (one, other) => other.aliases.includes(one.key) || one.aliases.includes(other.key)],
  // Renamed for the second time: both name the first title.
  ["alias", () => true],
];
/** A second copy of an entry that is gone went into the one that is left; so did one that was merged into another. */
const merged: readonly (readonly [known: "title" | "alias", test: Test])[] = [
  ["title", (one, other) => other.key === one.key],
  ["alias", (one, other) => other.aliases.includes(one.key)],
];

function pairEntries({ claims, facts, base }: ChangeInput): EntryChange[] {
  const before = base.model.claims.of("candidate");
  const after = claims.of("candidate");
  const taken = new Set<Candidate>();
  const found = new Map<Candidate, Pick<EntryChange, "after" | "known">>();
  const pair = (one: Candidate, other: Candidate | undefined, known: EntryChange["known"]): void => {
    if (other === undefined) return;
    taken.add(other);
    found.set(one, { after: other, known });
  };
  const open = (): Candidate[] => before.filter((one) => !found.has(one));
  for (const [known, test] of counterparts)
    for (const one of open())
      pair(one, furthest(entriesLike(one, after).filter((other) => !taken.has(other) && test(one, other))), known);
  for (const [known, test] of merged)
    for (const one of open()) pair(one, furthest(entriesLike(one, after).filter((other) => test(one, other))), known);
  const earlier = new Set(before.flatMap(keysOf));
  const [gone, own] = [open(), ownWords(before)];
  const unknown = after.filter((other) => !taken.has(other) && !keysOf(other).some((key) => earlier.has(key)));
  for (const one of gone)
    pair(one, renamed(one, { gone, own, fresh: unknown.filter((other) => !taken.has(other)) }), "words");
  const removed = new Map(claims.of("removal-record").map((record) => [record.key, record.location]));
  return before.map((one) => {
    const change = found.get(one);
    return change === undefined
      ? { before: one, after: undefined, known: undefined, kept: placeOf(one, removed, facts) }
      : { before: one, ...change, kept: undefined };
  });
}

/** Where an entry is still named: in the list of what was removed, or in an archive file. */
function placeOf(one: Candidate, removed: ReadonlyMap<string, Location>, { archives }: Facts): Place | undefined {
  const keys = keysOf(one);
  const record = keys.map((key) => removed.get(key)).find((location) => location !== undefined);
  if (record !== undefined) return { path: record.path, line: record.line };
  return keys.map((key) => archives.find(key)).find((place) => place !== undefined);
}

function furthest(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort((one, other) => preference.indexOf(one.role) - preference.indexOf(other.role))[0];
}

interface Renaming {
  /** Entries of the base without a counterpart. */
  readonly gone: readonly Candidate[];
  /** Entries that the base knows under no title. */
  readonly fresh: readonly Candidate[];
  /** Words that one entry of the base alone has. */
  readonly own: ReadonlySet<string>;
}

/** A new entry that says what the one that is gone said; or that says as little, with a slip of the title corrected. */
function renamed(one: Candidate, { gone, fresh, own }: Renaming): Candidate | undefined {
  const words = entryWords(one);
  const [best, second] = fresh
    .map((other) => ({ other, score: likeness(one, other, own) }))
    .filter(({ score }) => score >= 0.8)
    .sort((a, b) => b.score - a.score);
  const unique =
    best !== undefined &&
    best.score !== second?.score &&
    !gone.some((rival) => rival !== one && likeness(rival, best.other, own) >= best.score);
  if (unique) return best.other;
  const sameTarget = fresh.filter(
    (other) => one.targets.length > 0 && other.role === one.role && targetsOf(other) === targetsOf(one),
  );
  if (sameTarget.length === 1) return sameTarget[0];
  if (words.size >= 6) return undefined;
  const titles = new Map(
    fresh
      .filter((other) => other.section === one.section && entryWords(other).size < 6 && isSlip(one, other))
      .map((other) => [other.key, other]),
  );
  return titles.get(nearest(one.key, titles.keys(), Math.floor(one.key.length * 0.2)) ?? "");
}

/** What two entries say in common; 0 when that is the template which others were written with too. */
function likeness(one: Candidate, other: Candidate, own: ReadonlySet<string>): number {
  const [words, others] = [entryWords(one), entryWords(other)];
  const telling = [...words].filter((word) => own.has(word) && others.has(word)).length;
  return words.size >= 6 && telling >= 3 ? overlap(words, others) : 0;
}

/** Words that are in one entry alone, or in the copies of one. */
function ownWords(entries: readonly Candidate[]): ReadonlySet<string> {
  const holders = new Map<string, string>();
  for (const entry of entries)
    for (const word of entryWords(entry))
      holders.set(word, holders.has(word) && holders.get(word) !== entry.key ? "" : entry.key);
  return new Set([...holders].filter(([, key]) => key !== "").map(([word]) => word));
}

/** “Export v1” and “Export v2” are two entries, and so are two that became different specs. */
function isSlip(one: Candidate, other: Candidate): boolean {
  const digits = ({ key }: Candidate): string => key.replace(/\D+/g, " ").trim();
  return (
    digits(one) === digits(other) &&
    (one.targets.length === 0 || other.targets.length === 0 || targetsOf(one) === targetsOf(other))
  );
}

function targetsOf({ targets }: Candidate): string {
  return targets.map(({ spec }) => spec).join(" ");
}

/** What two sets have in common in proportion to all that is in them, from 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
