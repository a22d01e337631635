import type { Facts, SpecFacts, SpecPackage } from "../core/fact.ts";
import type { Detail, FactTrace } from "./recorded-facts.ts";

function answerOf(spec: SpecPackage, detail: Detail): string | undefined {
  return JSON.stringify(detail === "done" || detail === "open" ? spec.tasks?.[detail] : spec[detail]);
}

/** A package of two trees. */
interface ChangedPackage {
  readonly before: SpecPackage;
  readonly after: SpecPackage;
  /** Whether both give the same answer, for what was compared already. */
  readonly same: Map<Detail, boolean>;
}

function isDetailSame({ before, after, same }: ChangedPackage, detail: Detail): boolean {
  const found = same.get(detail) ?? answerOf(before, detail) === answerOf(after, detail);
  same.set(detail, found);
  return found;
}

/** How the facts of one tree differ from those of another. */
export interface FactChange {
  readonly before: Facts;
  readonly after: Facts;
  /** Whether both have packages of the same names. */
  readonly samePackages: boolean;
  /** Packages of the same name that are not known to be the same. */
  readonly changed: readonly ChangedPackage[];
  /** Whether a file says the same, for those that were compared already: many rules read the same ones. */
  readonly files: Map<string, boolean>;
}

export function factChange(before: Facts, after: Facts): FactChange {
  if (before.specs === after.specs) return { before, after, samePackages: true, changed: [], files: new Map() };
  const changed =
    before.specs.root === after.specs.root && isUnrecognisedSame(before.specs, after.specs)
      ? changedPackages(before.specs.all, after.specs.all)
      : undefined;
  return { before, after, samePackages: changed !== undefined, changed: changed ?? [], files: new Map() };
}

function isUnrecognisedSame({ unrecognised: earlier }: SpecFacts, { unrecognised: later }: SpecFacts): boolean {
  return (
    earlier === later ||
    (earlier.length === later.length && earlier.every(({ text }, index) => text === later[index]?.text))
  );
}

/** The packages that are not known to be the same; undefined when there are others. */
function changedPackages(earlier: readonly SpecPackage[], later: readonly SpecPackage[]): ChangedPackage[] | undefined {
  if (earlier.length !== later.length) return undefined;
  const changed: ChangedPackage[] = [];
  // By index: there are hundreds of packages, and one tree after the other.
  for (let index = 0; index < earlier.length; index += 1) {
    const before = earlier[index] as SpecPackage;
    const after = later[index] as SpecPackage;
    if (before === after) continue;
    if (before.path !== after.path) return undefined;
    changed.push({ before, after, same: new Map() });
  }
  return changed;
}

/** Whether everything that was asked has the same answer after the change as before. */
export function answersSame(trace: FactTrace, change: FactChange): boolean {
  const { before, after, samePackages, changed } = change;
  if (trace.archives || trace.units || trace.history || before.today !== after.today) return false;
  if ((trace.packages || trace.details.size > 0) && !samePackages) return false;
  if (trace.paths && (before.paths.listing === undefined || before.paths.listing !== after.paths.listing)) return false;
  for (const path of trace.files) if (!isFileSame(change, path)) return false;
  return changed.every((one) => {
    if (trace.titles && !isDetailSame(one, "title")) return false;
    for (const detail of trace.details) if (!isDetailSame(one, detail)) return false;
    return true;
  });
}

function isFileSame({ before, after, files }: FactChange, path: string): boolean {
  const found = files.get(path) ?? contentId(before, path) === contentId(after, path);
  files.set(path, found);
  return found;
}

function contentId({ paths }: Facts, path: string): string {
  const result = paths.read(path);
  return result.ok ? `text ${result.id}` : `${result.reason} ${result.detail}`;
}
