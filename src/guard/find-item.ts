import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate } from "../core/claims/claim.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Unit } from "../core/unit.ts";
import { keysOf, packageOf } from "../rule-api/index.ts";
import type { ItemOrigin } from "./verdict.ts";

/** A name that somebody gave for what is worked on. */
export interface NamedItem {
  readonly text: string;
  readonly from: ItemOrigin;
}

/** What a name means in a tree. */
export interface Item extends NamedItem {
  /** Entries with that title, in document order. */
  readonly named: readonly Candidate[];
  /** The unit's entries, when the name is that of a unit. */
  readonly led: readonly Candidate[];
  readonly units: readonly Unit[];
}

/** Looks a name up: an entry by its title, a former title, its slug or "path:line"; a unit by name, path, id, number, slug or title. */
export function findItem(name: NamedItem, model: AuditModel): Item {
  const candidates = model.claims.of("candidate");
  const named = candidatesNamed(name.text, candidates);
  const units = model.facts.units.all.filter((unit) => meansUnit(name.text, unit));
  const led = candidates.filter(
    (candidate) => !named.includes(candidate) && unitsOf(candidate, model).some((unit) => units.includes(unit)),
  );
  return { ...name, named, led, units };
}

/** Paths of the spec packages that an entry leads to: those that it points to, and the one that has its title. */
export function packagesOf(candidate: Candidate, { facts }: AuditModel): readonly string[] {
  const targets = candidate.targets.flatMap((target) => facts.specs.numbered(target.spec));
  const own = packageOf(candidate, facts);
  return [...new Set([...targets, ...(own === undefined ? [] : [own])].map(({ path }) => path))];
}

/** The same as units, which know their status. */
export function unitsOf(candidate: Candidate, model: AuditModel): readonly Unit[] {
  const paths = packagesOf(candidate, model);
  return model.facts.units.all.filter(({ path }) => paths.includes(path));
}

/** The names that a branch may stand for: "feature/003-seat-maps" is itself, and "003-seat-maps". */
export function namesOfBranch(branch: string): readonly string[] {
  const segments = branch.split("/");
  return [...new Set([branch, ...segments.map((_, index) => segments.slice(index).join("/"))])];
}

function candidatesNamed(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const [, path, line] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (path !== undefined && line !== undefined) {
    const at = candidates.filter(
      ({ extent }) => extent.path === path && extent.line <= Number(line) && Number(line) <= extent.endLine,
    );
    if (at.length > 0) return at.slice(-1);
  }
  const keys = [entryKey(text), entryKey(withoutNumber(text))].filter((key) => key !== "");
  return candidates.filter((candidate) => keysOf(candidate).some((key) => keys.includes(key)));
}

/** "003-seat-maps" and "2026-11-04-seat-maps" are names of "seat maps". */
function withoutNumber(text: string): string {
  return text.replace(/^\d[\d-]*[-_](?=\D)/, "");
}

function meansUnit(text: string, { id, name, path, title }: Unit): boolean {
  const wanted = text.replace(/(?<!\/)\/+$/, "");
  if (wanted === "") return false;
  if (/^\d+$/.test(wanted))
    return id === wanted || (name.number !== undefined && Number(name.number) === Number(wanted));
  const key = entryKey(wanted);
  return (
    [id, name.text, path].includes(wanted) ||
    [name.slug, title].some((other) => other !== undefined && entryKey(other) === key)
  );
}
