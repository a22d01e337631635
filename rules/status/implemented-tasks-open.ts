import {
  defineRule,
  isImplemented,
  isUntouched,
  noOptions,
  packagesOf,
  type RuleContext,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "open" | "habit" | "own" | "ownHabit">;

export default defineRule({
  meta: {
    description: "Disallow a ledger row or a spec that says implemented while the tasks of the spec are open",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    open: {
      message: "The ledger calls “{title}” {status}, but {open} of {total} tasks of Spec {spec} are open.",
      fact: "{open} of {total} boxes are open, the first is “{first}”",
      help: "Tick what is done, move what is left to a follow-up, or correct the status.",
    },
    own: {
      message: "Spec {spec} calls itself “{status}”, but {open} of its {total} tasks are open.",
      fact: "{open} of {total} boxes are open, the first is “{first}”",
      help: "Tick what is done, move what is left to a follow-up, or correct the status.",
    },
    ownHabit: {
      message: "{count} of {settled} specs that call themselves implemented have open tasks, the first is Spec {spec}.",
      fact: "boxes are open in {count} of {settled} specs with tasks that call themselves “{status}” or the like",
      help: "Tick what is done, or say in the README of the specs that their tasks are not kept up.",
    },
    habit: {
      message: "{count} of {settled} implemented specs have open tasks, the first is Spec {spec}, “{title}”.",
      fact: "the ledger calls {count} of {settled} specs with tasks implemented although boxes are open",
      help: "Tick what is done, or say in the README of the specs that their tasks are not kept up.",
    },
  },
  check(context) {
    const told = checkRows(context);
    checkSpecs(context, told);
  },
});

/** The specs that were reported. */
function checkRows({ claims, facts, settings, report }: Context): ReadonlySet<SpecPackage> {
  const implemented = (status: string): boolean => isImplemented(status, settings);
  const settled = claims
    .of("ledger-row")
    .filter((row) => implemented(row.status))
    .map((row) => ({ row, specs: packagesOf(row, facts).filter((spec) => spec.tasks !== undefined) }));
  const total = settled.reduce((sum, { specs }) => sum + specs.length, 0);
  const told = new Set<SpecPackage>();
  for (const { row, specs } of settled) {
    for (const spec of specs) {
      const left = leftOf(spec);
      // A package without any progress is reported by status/specced-not-implemented.
      if (left === undefined || isUntouched(spec, implemented)) continue;
      told.add(spec);
      const { factAt, ...data } = left;
      report("open", row, {
        data: { title: row.title, status: row.word.text, ...data },
        at: row.word,
        factAt,
        habit: { field: "tasks", settled: total, message: "habit", unit: spec.number },
      });
    }
  }
  return told;
}

function checkSpecs({ facts, settings, report }: Context, told: ReadonlySet<SpecPackage>): void {
  const settled = facts.specs.all.filter(
    ({ status, tasks }) => status !== undefined && tasks !== undefined && isImplemented(status, settings),
  );
  for (const spec of settled) {
    const { status = "", statusLine } = spec;
    const left = told.has(spec) ? undefined : leftOf(spec);
    if (left === undefined || statusLine === undefined) continue;
    const { factAt, ...data } = left;
    report(
      "own",
      { ...statusLine, identity: `open tasks of spec ${spec.digits}` },
      {
        data: { status, ...data },
        factAt,
        habit: { field: "tasks", settled: settled.length, message: "ownHabit", unit: spec.number },
      },
    );
  }
}

/** What is left of a spec with open boxes; undefined when a close-out says so itself. */
function leftOf({ tasks, taskList, closeOut, digits }: SpecPackage) {
  if (tasks === undefined || tasks.open === 0) return undefined;
  const first = taskList?.find((task) => task.state === "open");
  if (first === undefined || closeOut !== undefined) return undefined;
  const { open, done, deferred } = tasks;
  const { path, line } = first.location;
  return { spec: digits, open, total: open + done + deferred, first: first.text.slice(0, 80), factAt: { path, line } };
}
