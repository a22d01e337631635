import {
  comparableStatuses,
  comparedRows,
  defineRule,
  entryKey,
  isSameRow,
  isUnitComplete,
  noOptions,
  placeInBase,
  restoreRow,
  startOf,
  unitPhase,
  type ComparedRows,
  type PlannedRow,
  type RuleContext,
  type Unit,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "vanished">;
type Model = Pick<Context, "claims" | "facts" | "settings">;

export default defineRule({
  meta: {
    description:
      "Require every row of the ledger, the roadmap and the indexes of the base to be present, moved, or to have lost what it is about",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    vanished: {
      message: "The {document} {path} has lost “{title}”.",
      fact: "no row and no sentence of the planning documents took its place; in {base} it is at {place}",
      help: "Put it back, or say where it went; a row with a new title names the former one: “(formerly {title})”.",
    },
  },
  check(context) {
    const { base, facts, report } = context;
    const rows = comparedRows(context, base.model);
    const titles = new Set(rows.now.map(titleOf));
    for (const row of rows.earlier.filter((one) => !titles.has(titleOf(one)))) {
      const { kind, title, location } = row;
      if (rows.now.some((other) => isSameRow(row, other)) || hasLostSpec(row, context)) continue;
      if (!facts.paths.read(location.path).ok || isRetitled(row, rows) || isToldElsewhere(row, rows, context)) continue;
      if (kind === "index" && (isSettled(row, context) || isRewritten(row, rows, context))) continue;
      report(
        "vanished",
        { text: title, identity: `${kind} ${row.key}`, location: startOf(location.path) },
        {
          data: { document: kind, path: location.path, title, ...placeInBase(base, row) },
          fix: restoreRow(row, { facts, base }),
        },
      );
    }
  },
});

function titleOf({ kind, key }: PlannedRow): string {
  return `${kind} ${key}`;
}

function hasLostSpec({ specs }: PlannedRow, { base, facts }: Context): boolean {
  return specs.some(
    (spec) => base.model.facts.specs.numbered(spec).length > 0 && facts.specs.numbered(spec).length === 0,
  );
}

/** Whether what a row of an index is about went, was archived or is done; or whether index/complete says that the row is missing. */
function isSettled({ unit, location }: PlannedRow, { claims, facts }: Context): boolean {
  if (unit === undefined) return false;
  const present = facts.units.all.find((one) => one.path === unit.path);
  if (present === undefined || present.state === "archived" || isDone(present)) return true;
  return claims
    .of("index")
    .some(({ location: { path }, source, named }) => path === location.path && source.complete && named);
}

/** Boards often list only what is not done yet. */
function isDone(unit: Unit): boolean {
  const phases = comparableStatuses(unit).map(({ stage }) => unitPhase(stage));
  return isUnitComplete(unit) || phases.includes("implemented") || phases.includes("closed");
}

/** Whether a document names so few of its rows that it is another one now. An index that is found by what is in it need not be one any more. */
function isRewritten({ location: { path } }: PlannedRow, { earlier }: ComparedRows, { facts }: Context): boolean {
  const result = facts.paths.read(path);
  const text = result.ok ? ` ${entryKey(result.text)} ` : "";
  const before = earlier.filter(({ kind, location }) => kind === "index" && location.path === path);
  return before.filter(({ key }) => text.includes(` ${key} `)).length * 2 < before.length;
}

/** Whether a row that is new in the document has a word of the title. */
function isRetitled(row: PlannedRow, { now, earlier }: ComparedRows): boolean {
  if (row.unit !== undefined) return false;
  const known = new Set(earlier.map(titleOf));
  const words = row.key.split(" ").filter((word) => word.length > 3);
  const fresh = now.filter((other) => other.location.path === row.location.path && !known.has(titleOf(other)));
  return fresh.some(({ key }) => words.some((word) => key.split(" ").includes(word)));
}

/** Whether an archive names it, or the planning documents name it as often as before. */
function isToldElsewhere({ key }: PlannedRow, rows: ComparedRows, context: Context): boolean {
  if (context.facts.archives.find(key) !== undefined) return true;
  const before = mentions(key, rows.earlier, context.base.model);
  // Words that the text does not have as they are can be counted in neither tree.
  return before === 0 || mentions(key, rows.now.concat(rows.earlier), context) >= before;
}

function mentions(key: string, rows: readonly PlannedRow[], { facts, settings }: Model): number {
  const paths = [settings.queue, settings.roadmap, settings.ledger, settings.inbox].flatMap(
    (input) => input?.path ?? [],
  );
  return [...new Set([...rows.map(({ location }) => location.path), ...paths])].reduce((sum, path) => {
    const result = facts.paths.read(path);
    return sum + (result.ok ? ` ${entryKey(result.text)} `.split(` ${key} `).length - 1 : 0);
  }, 0);
}
