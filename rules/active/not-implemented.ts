import {
  defineRule,
  entriesIn,
  isImplemented,
  isSoundTarget,
  isSpecced,
  keysOf,
  noOptions,
  promoteEntry,
  rowsByKey,
  type Facts,
  type Fix,
  type LedgerRowClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that the ledger calls implemented or adopted",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    implemented: {
      message: "“{title}” is an active candidate, but the ledger calls it “{status}”.",
      fact: "the ledger row at line {line} says “{status}”",
      help: "Move it out of the active section, or correct the status in the ledger.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const active = entriesIn("active", claims.of("candidate"));
    if (active.length === 0) return;
    const all = claims.of("ledger-row");
    if (all.length === 0) {
      notChecked(whyNoRows(settings.ledger?.path, facts));
      return;
    }
    const implemented = (key: string): LedgerRowClaim | undefined =>
      rowsByKey(all, key).findLast((row) => isImplemented(row.status, settings));
    for (const candidate of active) {
      const row = keysOf(candidate)
        .map(implemented)
        .find((one) => one !== undefined);
      // A candidate that has become a spec is reported by active/not-specced: moving it there settles both.
      if (row === undefined || isSpecced(candidate, { claims, facts })) continue;
      const { path, line } = row.location;
      const spec = namedSpec(row, facts);
      const fix: Fix | undefined =
        spec === undefined ? undefined : promoteEntry(candidate, spec, { claims, facts, settings });
      report("implemented", candidate, {
        data: { title: candidate.title, status: row.status, line },
        factAt: { path, line },
        fix,
      });
    }
  },
});

/** The one spec that a row says the thing was built from. */
function namedSpec({ targets: [target, ...others] }: LedgerRowClaim, facts: Facts) {
  return target === undefined || others.length > 0 || !isSoundTarget(target, facts)
    ? undefined
    : facts.specs.numbered(target.spec).find(({ slug }) => target.slug === undefined || slug === target.slug);
}

function whyNoRows(ledger: string | undefined, facts: Facts): string {
  if (ledger === undefined) return "there is no implementation ledger";
  return facts.paths.read(ledger).ok
    ? `${ledger} has no table row with a title and a status`
    : `${ledger} cannot be read`;
}
