import type { AuditModel } from "../core/audit-model.ts";
import type { EntryRow, EntrySpec } from "../core/board.ts";
import type { Candidate } from "../core/claims/claim.ts";

/** Every candidate of the queue, in document order. */
export function listEntries(model: AuditModel): EntryRow[] {
  return model.claims.of("candidate").map((candidate) => entryRow(candidate, model));
}

/** One candidate with its specs: those that its title names, or the one that a note names for it. */
export function entryRow(candidate: Candidate, model: AuditModel): EntryRow {
  return {
    title: candidate.title,
    role: candidate.role,
    section: candidate.section,
    priority: candidate.priority?.text,
    specs: specsOf(candidate, model),
    path: candidate.location.path,
    line: candidate.location.line,
  };
}

function specsOf(candidate: Candidate, { claims, facts }: AuditModel): EntrySpec[] {
  const noted = claims
    .of("promotion-note")
    .filter((note) => note.key === candidate.key)
    .map((note) => note.target);
  const targets = candidate.targets.length > 0 ? candidate.targets : noted.slice(0, 1);
  return targets.map((target) => {
    const spec = facts.specs.numbered(target.spec)[0];
    return { digits: target.digits, slug: spec?.slug ?? target.slug, exists: spec !== undefined, tasks: spec?.tasks };
  });
}
