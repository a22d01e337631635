import {
  defineRule,
  entryKey,
  lineEnd,
  lineStart,
  noOptions,
  sourceLines,
  stageOf,
  type Base,
  type Facts,
  type LedgerRowClaim,
  type RuleContext,
  type SpecPackage,
  type Stage,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "row" | "spec">;

/** From idea to product. What was closed left this order, and may come back. */
const order: readonly Stage[] = ["planned", "drafted", "approved", "started", "partial", "implemented"];

export default defineRule({
  meta: {
    description: "Disallow a status that goes backwards without a note",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    row: {
      message: "The status of “{title}” went back from “{before}” to “{after}”, and nothing says why.",
      fact: "{base} says “{before}” at {place}, and the row says nothing that {base} does not say",
      help: "Say in the row what happened, such as “reopened on 2026-11-23: …”, or restore the status.",
    },
    spec: {
      message: "The status of {title} went back from “{before}” to “{after}”, and nothing says why.",
      fact: "{base} says “{before}” at {place}",
      help: "Say behind the status what happened, such as “Draft (reopened on 2026-11-23: …)”, or restore it.",
    },
  },
  check(context) {
    checkRows(context);
    checkSpecs(context);
  },
});

function checkRows({ claims, facts, base, settings, report }: Context): void {
  const earlier = uniqueRows(base.model.claims.of("ledger-row"));
  for (const [key, row] of uniqueRows(claims.of("ledger-row"))) {
    const old = earlier.get(key);
    if (
      old === undefined ||
      !goesBack(old.status, row.status, settings) ||
      isNoted(lineOf(old, base.model.facts), lineOf(row, facts), [old.word.text, row.word.text])
    )
      continue;
    report("row", row, {
      at: row.word,
      data: { title: row.title, before: old.word.text, after: row.word.text, ...origin(base, old.location) },
    });
  }
}

function checkSpecs({ facts, base, settings, report }: Context): void {
  const earlier = new Map(base.model.facts.specs.all.map((spec) => [spec.path, spec]));
  for (const spec of facts.specs.all) {
    const old = earlier.get(spec.path);
    // Where the status stands is looked up only for one that went back.
    if (old === undefined || !goesBack(old.status ?? "", spec.status ?? "", settings) || isExplained(old, spec))
      continue;
    const [before, line] = [old.statusLine, spec.statusLine];
    if (before === undefined || line === undefined) continue;
    report(
      "spec",
      { ...line, identity: spec.text },
      {
        data: {
          title: spec.path,
          before: old.status ?? "",
          after: spec.status ?? "",
          ...origin(base, before.location),
        },
      },
    );
  }
}

/** Two rows of one title are two things, or one thing said twice: nothing certain follows from either. */
function uniqueRows(rows: readonly LedgerRowClaim[]): Map<string, LedgerRowClaim> {
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(rows.filter(({ key }) => counts.get(key) === 1).map((row) => [row.key, row]));
}

/** The whole row: a note may stand in any column. */
function lineOf({ location, word }: LedgerRowClaim, facts: Facts): string {
  const source = sourceLines(location.path, facts);
  return source === undefined
    ? word.quote
    : source.text.slice(lineStart(source, location.offset), lineEnd(source, location.offset));
}

function goesBack(before: string, after: string, { statuses }: Context["settings"]): boolean {
  const [from, to] = [stageOf(before, statuses), stageOf(after, statuses)].map((stage) =>
    stage === undefined ? -1 : order.indexOf(stage),
  );
  return from !== undefined && to !== undefined && to >= 0 && to < from;
}

/** Whether the row has two words more than before, beside those of the status. */
function isNoted(before: string, after: string, statuses: readonly string[]): boolean {
  const known = new Set([before, ...statuses].flatMap((text) => entryKey(text).split(" ")));
  return (
    new Set(
      entryKey(after)
        .split(" ")
        .filter((word) => word !== "" && !known.has(word)),
    ).size >= 2
  );
}

function isExplained(old: SpecPackage, spec: SpecPackage): boolean {
  return entryKey(spec.status ?? "").split(" ").length > 3 && spec.status !== old.status;
}

function origin(
  base: Base,
  { path, line }: { readonly path: string; readonly line: number },
): { base: string; place: string } {
  return { base: base.name, place: `${path}:${line}` };
}
