import type { Candidate, EntryRole } from "../../core/claims/claim.ts";
import { entryChanges, type ChangeInput } from "./entry-changes.ts";
import { entriesLike } from "./entry-keys.ts";

/** An entry that is in a section of another role than in the base. */
export interface EntryMove {
  readonly before: Candidate;
  readonly after: Candidate;
  /** The name of the move for fingerprints. */
  readonly identity: string;
}

const furthestFirst: readonly EntryRole[] = ["promoted", "superseded", "deferred", "manual", "active"];

/**
 * The moves between sections, each entry once. An entry that appears twice has not moved while its old section still holds a copy, nor
 * when a copy went into the one that the base has already; unless it is the promoted one that is gone.
 */
export function entryMoves({ claims, facts, base }: ChangeInput): readonly EntryMove[] {
  const earlier = base.model.claims.of("candidate");
  const now = claims.of("candidate");
  const moves = new Map<Candidate, EntryMove>();
  for (const { before, after } of entryChanges({ claims, facts, base })) {
    if (after === undefined || before.role === after.role) continue;
    const stillThere = [...entriesLike(before, now), ...entriesLike(after, now)].some(
      (one) => one.role === before.role,
    );
    if (stillThere) continue;
    const alreadyThere = [...entriesLike(after, earlier), ...entriesLike(before, earlier)].some(
      (one) => one.role === after.role,
    );
    if (before.role !== "promoted" && alreadyThere) continue;
    const known = moves.get(after);
    if (known === undefined || furthestFirst.indexOf(before.role) < furthestFirst.indexOf(known.before.role))
      moves.set(after, { before, after, identity: `${before.key} ${before.role} to ${after.role}` });
  }
  return [...moves.values()];
}

/** Every entry of a tree that is this one, with those that were merged into it. */
export function copiesOf(entry: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  return entriesLike(entry, candidates);
}
