import type { Base } from "../core/audit-model.ts";
import type { Candidate, Claims, EntryRole } from "../core/claim.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Facts } from "../core/fact.ts";
import type { Place } from "../core/location.ts";
import { nearest } from "../core/nearest.ts";
import { keysOf } from "./entry-keys.ts";

/** What became of an entry of the base. */
export interface EntryChange {
  readonly before: Candidate;
  /** The entry as it is now; undefined when it is no entry any more. */
  readonly after: Candidate | undefined;
  /** How the two are known to be one: by a title they share, by a former title that the entry names, or by what it says. */
  readonly known: "title" | "alias" | "words" | undefined;
  /** Where it is still named, when it is no entry any more: an archive file, or the list of what was removed. */
  readonly kept: Place | undefined;
}

export interface ChangeInput {
  readonly claims: Claims;
  readonly facts: Facts;
  readonly base: Base;
}

/** Of two entries of one title the one that is furthest along tells what became of it. */
const preference: readonly EntryRole[] = ["promoted", "active", "manual", "deferred", "superseded"];
const remembered = new WeakMap<Facts, { readonly base: Base; readonly changes: readonly EntryChange[] }>();

/**
 * Pairs the entries of two trees, in the order of the base. An entry stays itself through a move, another order, other line
 * breaks, a new title that names the former one, and the way into an archive file. An entry that already was in the base is never
 * taken for another one that is gone, however much they look alike.
 */
export function entryChanges({ claims, facts, base }: ChangeInput): readonly EntryChange[] {
  const known = remembered.get(facts);
  if (known?.base === base) return known.changes;
  const changes = pairEntries({ claims, facts, base });
  remembered.set(facts, { base, changes });
  return changes;
}

function pairEntries({ claims, facts, base }: ChangeInput): EntryChange[] {
  const before = base.model.claims.of("candidate");
  const after = claims.of("candidate");
  const taken = new Set<Candidate>();
  const found = new Map<Candidate, Pick<EntryChange, "after" | "known">>();
  const pair = (one: Candidate, other: Candidate | undefined, how: EntryChange["known"]): void => {
    if (other === undefined) return;
    taken.add(other);
    found.set(one, { after: other, known: how });
  };
  const open = (): Candidate[] => before.filter((one) => !found.has(one));
  const free = (test: (candidate: Candidate) => boolean): Candidate | undefined => furthest(after.filter((one) => !taken.has(one) && test(one)));
  for (const one of before) pair(one, free((other) => other.key === one.key && other.role === one.role), "title");
  for (const one of open()) pair(one, free((other) => other.key === one.key), "title");
  for (const one of open()) pair(one, free((other) => other.aliases.includes(one.key) || one.aliases.includes(other.key)), "alias");
  // A second copy of an entry that is gone went into the one that is left.
  for (const one of open()) pair(one, furthest(after.filter((other) => keysOf(other).includes(one.key))), "title");
  const earlier = new Set(before.flatMap(keysOf));
  for (const one of open()) pair(one, renamed(one, after.filter((other) => !taken.has(other) && !keysOf(other).some((key) => earlier.has(key)))), "words");
  const removed = new Map(claims.of("removal-record").map((record) => [record.key, record.location]));
  return before.map((one) => {
    const change = found.get(one);
    if (change !== undefined) return { before: one, ...change, kept: undefined };
    const record = keysOf(one).map((key) => removed.get(key)).find((location) => location !== undefined);
    const kept = record === undefined ? keysOf(one).map((key) => facts.archives.find(key)).find((place) => place !== undefined) : { path: record.path, line: record.line };
    return { before: one, after: undefined, known: undefined, kept };
  });
}

function furthest(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort((one, other) => preference.indexOf(one.role) - preference.indexOf(other.role))[0];
}

/** A new entry that says what the one that is gone said; or that says as little, with a slip of the title corrected. */
function renamed(gone: Candidate, fresh: readonly Candidate[]): Candidate | undefined {
  const words = wordsOf(gone);
  const target = (one: Candidate): string => one.targets.map(({ spec }) => spec).join(" ");
  const scored = fresh.map((one) => ({ one, score: overlap(words, wordsOf(one)) })).filter(({ score }) => score >= 0.8).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (words.size >= 6) return best !== undefined && best.score !== second?.score ? best.one : undefined;
  const sameTarget = fresh.filter((one) => gone.targets.length > 0 && one.role === gone.role && target(one) === target(gone));
  if (sameTarget.length === 1) return sameTarget[0];
  const titles = new Map(fresh.filter((one) => one.section === gone.section && wordsOf(one).size < 6).map((one) => [one.key, one]));
  return titles.get(nearest(gone.key, titles.keys(), Math.floor(gone.key.length * 0.2)) ?? "");
}

/** The different words of an entry beside its title. */
function wordsOf({ body }: Candidate): ReadonlySet<string> {
  return new Set(body.flatMap((inline) => entryKey(inline.plain).split(" ")).filter((word) => word !== ""));
}

/** What two sets have in common in proportion to all that is in them, from 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / (one.size + other.size);
}
