import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate, EntryRole } from "../core/claim.ts";
import type { TaskProgress } from "../core/fact.ts";

/** A candidate with what the repository knows about it: a row of `queue-lint entries`. */
export interface EntryRow {
  readonly title: string;
  readonly role: EntryRole;
  readonly section: string;
  readonly priority: string | undefined;
  readonly specs: readonly EntrySpec[];
  readonly path: string;
  readonly line: number;
}

export interface EntrySpec {
  readonly digits: string;
  readonly slug: string | undefined;
  /** False when no directory has the number. */
  readonly exists: boolean;
  readonly tasks: TaskProgress | undefined;
}

/** Every candidate of the queue, in document order. */
export function listEntries(model: AuditModel): EntryRow[] {
  return model.claims.of("candidate").map((candidate) => ({
    title: candidate.title,
    role: candidate.role,
    section: candidate.section,
    priority: candidate.priority?.text,
    specs: specsOf(candidate, model),
    path: candidate.location.path,
    line: candidate.location.line,
  }));
}

function specsOf(candidate: Candidate, { claims, facts }: AuditModel): EntrySpec[] {
  const noted = claims.of("promotion-note").filter((note) => note.key === candidate.key).map((note) => note.target);
  const targets = candidate.targets.length > 0 ? candidate.targets : noted.slice(0, 1);
  return targets.map((target) => {
    const spec = facts.specs.numbered(target.spec)[0];
    return { digits: target.digits, slug: spec?.slug ?? target.slug, exists: spec !== undefined, tasks: spec?.tasks };
  });
}
