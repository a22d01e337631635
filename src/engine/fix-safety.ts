import type { AuditModel } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { withSingles } from "./fold-habits.ts";

/** A tree and what was found in it. */
export interface AuditOutcome {
  readonly model: AuditModel;
  readonly findings: readonly Finding[];
}

/** What to do when fixes are refused. */
export const wayOut =
  "Nothing was written. Correct the place by hand, and report it as a bug with the lines that cause it.";

/**
 * Refuses a change after which an entry or removal record that was there is no longer read, under its title or a former
 * one, or after which there is an error that was not there before. Throws a `UsageError`.
 */
export function refuseUnsafe(before: AuditOutcome, after: AuditOutcome): void {
  const lost = lostIdentity(before.model, after.model);
  if (lost !== undefined)
    throw new UsageError(`The fixes would lose ${lost.what} “${lost.title}”.`, wayOut, lost.place);
  const known = new Set(before.findings.flatMap(withSingles).map((finding) => finding.fingerprint));
  const error = after.findings.find(
    (finding) => finding.severity === "error" && !finding.suppressed && !known.has(finding.fingerprint),
  );
  if (error !== undefined)
    throw new UsageError(
      `The fixes would bring a new error, ${error.rule}: ${error.message}`,
      wayOut,
      `${error.path}:${error.line}`,
    );
}

interface Identity {
  readonly what: string;
  readonly key: string;
  readonly title: string;
  readonly place: string;
}

function lostIdentity(before: AuditModel, after: AuditModel): Identity | undefined {
  const kept = new Set(identities(after).map(({ what, key }) => `${what} ${key}`));
  return identities(before).find(({ what, key }) => !kept.has(`${what} ${key}`));
}

function identities({ claims }: AuditModel): Identity[] {
  const placed = ({ title, location }: { title: string; location: { path: string; line: number } }) => ({
    title,
    place: `${location.path}:${location.line}`,
  });
  return [
    ...claims
      .of("candidate")
      .flatMap((candidate) =>
        [candidate.key, ...candidate.aliases].map((key) => ({ what: "the entry", key, ...placed(candidate) })),
      ),
    ...claims
      .of("removal-record")
      .map((record) => ({ what: "the removal record", key: record.key, ...placed(record) })),
  ];
}
