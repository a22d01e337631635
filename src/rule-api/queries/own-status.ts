import type { LedgerRowClaim, Quotation } from "../../core/claims/claim.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";
import type { Settings } from "../../core/settings.ts";
import { phaseOf } from "../../core/statuses.ts";
import { isImplemented } from "./is-implemented.ts";
import { packagesOf } from "./row-packages.ts";

type Words = Pick<Settings, "statuses">;

/** A spec whose own status line and a row of the ledger cannot both be so. */
export interface StatusConflict {
  readonly row: LedgerRowClaim;
  readonly spec: SpecPackage;
  readonly status: string;
  readonly line: Quotation;
  /** Whether the line merely was not kept up: the ledger is further than it. */
  readonly isBehind: boolean;
}

/** The row against the spec's own line, where neither its boxes nor other evidence decide already which of the two is wrong. */
export function statusConflict(row: LedgerRowClaim, facts: Facts, settings: Words): StatusConflict | undefined {
  const [spec, ...others] = packagesOf(row, facts);
  if (spec?.status === undefined || others.length > 0 || isToldByTasks(row, spec, settings)) return undefined;
  const own = phaseOf(spec.status, settings.statuses);
  const line = spec.statusLine;
  return line !== undefined && own !== undefined && cannotBoth(phaseOf(row.word.text, settings.statuses), own)
    ? { row, spec, status: spec.status, line, isBehind: isOpenPhase(own) }
    : undefined;
}

type Phase = ReturnType<typeof phaseOf>;

function isOpenPhase(phase: Phase): boolean {
  return phase === "open" || phase === "started";
}

/** What a row calls planned may be in work by its spec; what it calls closed may say anything. */
function cannotBoth(said: Phase, own: Phase): boolean {
  return said !== own && (said === "implemented" || (isOpenPhase(said) && !isOpenPhase(own)));
}

/** Boxes that are all ticked under an open status, and open ones under “implemented”, are reported by the rules about tasks. */
function isToldByTasks({ status }: LedgerRowClaim, { tasks }: SpecPackage, settings: Words): boolean {
  if (tasks === undefined) return false;
  const left = tasks.open + tasks.deferred;
  return left === 0 ? tasks.done > 0 : tasks.open > 0 && isImplemented(status, settings);
}

/** The words by which a spec says that it was given up or replaced; undefined when it does not. */
export function retiredStatus({ status, statusLine }: SpecPackage, { statuses }: Words): Quotation | undefined {
  if (status === undefined || phaseOf(status, statuses) !== "closed" || statusLine === undefined) return undefined;
  return { text: status, location: statusLine.location };
}
