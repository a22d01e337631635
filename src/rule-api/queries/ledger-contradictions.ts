import type { Claims, LedgerRowClaim, LedgerSayingClaim } from "../../core/claims/claim.ts";
import type { Settings } from "../../core/settings.ts";
import type { Evidence } from "../define-rule.ts";
import { phaseOf } from "../../core/statuses.ts";

/** A sentence about the ledger with what a finding says of the row that says otherwise. */
export interface LedgerContradiction extends Pick<Evidence, "data" | "factAt"> {
  readonly saying: LedgerSayingClaim;
}

/** Sentences that call a row of the ledger done which is plainly open, or the other way round. What is partial contradicts nothing. */
export function ledgerContradictions(claims: Claims, { statuses }: Pick<Settings, "statuses">): LedgerContradiction[] {
  const rows = claims.of("ledger-row");
  return claims.of("ledger-saying").flatMap((saying) => {
    const row = rows.find((one) => isAbout(saying, one));
    if (row === undefined) return [];
    const phases = new Set([phaseOf(saying.word.text, statuses), phaseOf(row.word.text, statuses)]);
    if (!phases.has("implemented") || !phases.has("open")) return [];
    const { path, line } = row.word.location;
    const data = { title: saying.title ?? row.title, status: saying.text, other: row.word.text, line };
    return [{ saying, data, factAt: { path, line } }];
  });
}

function isAbout({ key, following }: LedgerSayingClaim, row: LedgerRowClaim): boolean {
  return key === undefined ? `${following} `.startsWith(`${row.key} `) : key === row.key;
}
