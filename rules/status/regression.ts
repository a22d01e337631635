import {
  defineRule,
  entryKey,
  isNoted,
  noOptions,
  placeInBase,
  stageOf,
  uniqueRows,
  type RuleContext,
  type SpecPackage,
  type Stage,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "row" | "spec">;

/** From idea to product. What was closed or waits left this order, and may come back; but nothing that is there waits to be begun. */
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
      help: "Say after the status what happened, such as “Draft (reopened on 2026-11-23: …)”, or restore it.",
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
    if (old === undefined || !goesBack(old.status, row.status, settings)) continue;
    if (isNoted({ row: old, facts: base.model.facts }, { row, facts })) continue;
    report("row", row, {
      at: row.word,
      data: { title: row.title, before: old.word.text, after: row.word.text, ...placeInBase(base, old) },
    });
  }
}

function checkSpecs(context: Context): void {
  const earlier = new Map(context.base.model.facts.specs.all.map((spec) => [spec.path, spec]));
  for (const spec of context.facts.specs.all) {
    const old = earlier.get(spec.path);
    if (old !== undefined) checkSpec(old, spec, context);
  }
}

function checkSpec(old: SpecPackage, spec: SpecPackage, { base, settings, report }: Context): void {
  const [before, after] = [old.status ?? "", spec.status ?? ""];
  // The place of the status is looked up only for one that went back.
  if (!goesBack(before, after, settings) || isExplained(before, after)) return;
  const [earlier, line] = [old.statusLine, spec.statusLine];
  if (earlier === undefined || line === undefined) return;
  report(
    "spec",
    { ...line, identity: spec.text },
    { data: { title: spec.path, before, after, ...placeInBase(base, earlier) } },
  );
}

function goesBack(before: string, after: string, { statuses }: Context["settings"]): boolean {
  const [from, to] = [stageOf(before, statuses), stageOf(after, statuses)];
  if (from === undefined || to === undefined) return false;
  const rank = order.indexOf(to === "waiting" ? "started" : to);
  return rank !== -1 && rank < order.indexOf(from);
}

function isExplained(before: string, after: string): boolean {
  return entryKey(after).split(" ").length > 3 && after !== before;
}
