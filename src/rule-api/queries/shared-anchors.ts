import type { Candidate, Claims } from "../../core/claims/claim.ts";
import type { Settings } from "../../core/settings.ts";
import { planningPaths } from "./planning-paths.ts";
import { pathsWithin } from "./references-within.ts";

/** What more entries than this have in common is everybody's anchor: it says nothing about two of them. */
const mostHolders = 50;

/** The anchors of open entries that few others have. */
export interface SharedAnchors {
  /** The anchors of an entry, without those that very many have. */
  of(candidate: Candidate): readonly string[];
  /** The entries before this one that share an anchor with it, each once. */
  earlierHolders(candidate: Candidate): Iterable<Candidate>;
}

/** Indexes the anchors of these entries, which are in document order. */
export function sharedAnchors(open: readonly Candidate[], claims: Claims, settings: Settings): SharedAnchors {
  const anchors = new Map(open.map((candidate) => [candidate, anchorsOf(candidate, claims, settings)]));
  const holders = holdersOf(anchors);
  const of = (candidate: Candidate): readonly string[] =>
    (anchors.get(candidate) ?? []).filter((anchor) => holders.has(anchor));
  const before = (candidate: Candidate, anchor: string): readonly Candidate[] => {
    const group = holders.get(anchor) ?? [];
    return group.slice(0, group.indexOf(candidate));
  };
  return {
    of,
    earlierHolders: (candidate) => new Set(of(candidate).flatMap((anchor) => before(candidate, anchor))),
  };
}

/** Two anchors in common, or all of them when there are not more; otherwise none. */
export function commonAnchors(one: readonly string[], other: readonly string[]): readonly string[] {
  const common = one.filter((path) => other.includes(path));
  const all = common.length > 0 && common.length === one.length && common.length === other.length;
  return all || common.length >= 2 ? common : [];
}

/** The entries that have each anchor, in document order, without the anchors that very many have. */
function holdersOf(anchors: ReadonlyMap<Candidate, readonly string[]>): ReadonlyMap<string, readonly Candidate[]> {
  const holders = new Map<string, Candidate[]>();
  for (const [candidate, own] of anchors) {
    for (const anchor of own) {
      const group = holders.get(anchor);
      if (group === undefined) holders.set(anchor, [candidate]);
      else group.push(candidate);
    }
  }
  return new Map([...holders].filter(([, group]) => group.length <= mostHolders));
}

/** The paths that an entry anchors itself to. Planning documents are everybody's anchors, and say nothing about one entry. */
function anchorsOf(candidate: Candidate, claims: Claims, settings: Settings): readonly string[] {
  const planning = new Set(planningPaths(settings));
  const own = pathsWithin(claims.of("path"), candidate.extent).filter(({ source }) => source === "anchor");
  return [...new Set(own.map(({ target }) => target.replace(/\/$/, "")))].filter((target) => !planning.has(target));
}
