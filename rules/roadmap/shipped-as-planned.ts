import {
  defineRule,
  isImplemented,
  noOptions,
  replaceText,
  rowsByKey,
  rowsBySpec,
  stageOf,
  type Facts,
  type Fix,
  type LedgerRowClaim,
  type RoadmapItemClaim,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a planned roadmap item that the ledger calls implemented",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "roadmap",
  },
  options: noOptions,
  messages: {
    shipped: {
      message: "The roadmap has “{title}” as {planned}, but the ledger calls it {status}.",
      fact: "the ledger says “{status}” at line {line}",
      help: "Move the item to what is done, or say what is left of it.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const rows = claims.of("ledger-row");
    const planned = claims.of("roadmap-item").flatMap((item) => {
      const as = plannedAs(item, settings);
      return as === undefined ? [] : [{ item, as }];
    });
    if (rows.length === 0 && planned.length > 0) {
      notChecked("there is no implementation ledger with readable rows");
      return;
    }
    for (const { item, as } of planned) {
      const own = rowsAbout(item, rows);
      const [row] = own;
      if (row === undefined || !own.every((one) => isImplemented(one.status, settings))) continue;
      const { path, line } = row.location;
      report("shipped", item, {
        data: { title: item.title, planned: as, status: row.word.text, line },
        at: item.status ?? item,
        factAt: { path, line },
        fix: saidAsThere(item, row, facts),
      });
    }
  },
});

/** How the roadmap plans an item, in its own words: by its status, else by its horizon. Undefined when it does not. */
function plannedAs(
  { status, horizon }: RoadmapItemClaim,
  { statuses }: Pick<Settings, "statuses">,
): string | undefined {
  if (status !== undefined) {
    const stage = stageOf(status.text, statuses);
    return stage === "implemented" || stage === "closed" || stage === undefined ? undefined : `“${status.text}”`;
  }
  return horizon === undefined || horizon === "done" ? undefined : `work for ${horizon}`;
}

/** In a status column the word of the ledger can be written instead; a bullet has to be moved by someone who knows where to. */
function saidAsThere({ status }: RoadmapItemClaim, row: LedgerRowClaim, facts: Facts): Fix | undefined {
  const edits = status === undefined ? undefined : replaceText(status.location, [status.text, row.word.text], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write “${row.word.text}”.`, edits };
}

/** A keyed line names a spec and nothing else; other items are known by their title. */
function rowsAbout(item: RoadmapItemClaim, rows: readonly LedgerRowClaim[]): readonly LedgerRowClaim[] {
  const titled = rowsByKey(rows, item.key);
  if (titled.length > 0 || item.form !== "keyed") return titled;
  return rowsBySpec(rows, String(item.targets[0]?.spec));
}
