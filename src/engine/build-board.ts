import type { AuditModel } from "../core/audit-model.ts";
import type { Board, BoardEntry } from "../core/board.ts";
import type { Candidate } from "../core/claims/claim.ts";
import type { AuditReport, Finding } from "../core/finding.ts";
import { keysOf, packageOf, selectNext } from "../rule-api/index.ts";
import { entryRow } from "./list-entries.ts";

/** A line of a file. */
interface LinePlace {
  readonly path: string;
  readonly line: number;
}

/** The entries of the queue, each with the findings that are about it. Pure; `date` is the day of the audit. */
export function buildBoard(model: AuditModel, { findings }: Pick<AuditReport, "findings">, date: string): Board {
  const { pick } = selectNext(model);
  const owner = ownerIn(model);
  const owned = new Map<Candidate, Finding[]>();
  for (const finding of findings) {
    const candidate = owner(finding);
    if (candidate !== undefined) owned.set(candidate, [...(owned.get(candidate) ?? []), finding]);
  }
  const entries = model.claims.of("candidate").map((candidate): BoardEntry => ({
    ...entryRow(candidate, model),
    next: candidate === pick,
    findings: owned.get(candidate) ?? [],
  }));
  return { date, entries };
}

/**
 * The entry that a finding is about, in this order: the claim is in it; the claim is a line of another planning document about it; the claim
 * is in its spec package; the truth is in it. Undefined when it is about none.
 */
function ownerIn(model: AuditModel): (finding: Finding) => Candidate | undefined {
  const candidates = model.claims.of("candidate");
  const within = ({ path, line }: LinePlace): Candidate | undefined =>
    narrowest(candidates.filter(({ extent }) => extent.path === path && extent.line <= line && line <= extent.endLine));
  const named = namedAt(model);
  const packaged = packagedAt(model);
  return ({ path, line, claim, fact }) => {
    const places = [{ path, line }, claim];
    const truth = fact.line === undefined || fact.path === undefined ? [] : [{ path: fact.path, line: fact.line }];
    return first(places, within) ?? first(places, named) ?? first(places, packaged) ?? first(truth, within);
  };
}

function first(places: readonly LinePlace[], find: (place: LinePlace) => Candidate | undefined): Candidate | undefined {
  return places.map(find).find((found) => found !== undefined);
}

/** Of entries that hold each other the innermost one. */
function narrowest(candidates: readonly Candidate[]): Candidate | undefined {
  const length = ({ extent }: Candidate): number => extent.endLine - extent.line;
  return candidates.reduce<Candidate | undefined>(
    (least, next) => (least !== undefined && length(least) <= length(next) ? least : next),
    undefined,
  );
}

/** Entries by the lines of ledger and roadmap that carry their title. */
function namedAt({ claims }: AuditModel): (place: LinePlace) => Candidate | undefined {
  const byKey = new Map(
    [...claims.of("candidate")]
      .reverse()
      .flatMap((candidate) => keysOf(candidate).map((key) => [key, candidate] as const)),
  );
  const lines = [...claims.of("ledger-row"), ...claims.of("roadmap-item"), ...claims.of("reported-role")].map(
    ({ key, location }) => [spotKey(location), key] as const,
  );
  const keys = new Map(lines);
  return (place) => byKey.get(keys.get(spotKey(place)) ?? "");
}

/** Entries by the directory of their spec package. */
function packagedAt({ claims, facts }: AuditModel): (place: LinePlace) => Candidate | undefined {
  const byPackage = new Map<string, Candidate>();
  for (const candidate of claims.of("candidate")) {
    const path = candidate.targets.length === 0 ? undefined : packageOf(candidate, facts)?.path;
    if (path !== undefined && !byPackage.has(path)) byPackage.set(path, candidate);
  }
  const depth = (facts.specs.root ?? "").split("/").length + 1;
  return ({ path }) => byPackage.get(path.split("/", depth).join("/"));
}

function spotKey({ path, line }: LinePlace): string {
  return `${path}:${line}`;
}
