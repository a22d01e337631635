import {
  decidingWord,
  defineRule,
  lazily,
  packagesOf,
  stageOf,
  suggestText,
  usualDone,
  z,
  type RuleContext,
  type Settings,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<{ readonly specs: boolean; readonly ledger: boolean }, "spec" | "ledger" | "habit">;

export default defineRule({
  meta: {
    description: "Disallow a spec or ledger row that still says draft or in progress when all tasks are ticked",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { specs: "less", ledger: "less" },
  },
  options: z.strictObject({
    specs: z
      .boolean()
      .default(true)
      .describe(
        "Whether the status line of spec files is held to the tasks; turn it off where specs keep saying Draft.",
      ),
    ledger: z.boolean().default(true).describe("Whether the rows of the ledger are held to the tasks."),
  }),
  messages: {
    spec: {
      message: "Spec {spec} says “{status}”, but all of its {total} tasks are ticked.",
      fact: "all {total} boxes of {path} are ticked",
      help: "Correct the status, or turn off the option `specs` of this rule if status lines are not kept up here.",
    },
    habit: {
      message: "{count} of {settled} finished specs still say “{status}” or the like, the first is {first}.",
      fact: "all tasks of {count} of {settled} specs with a status are ticked, and it says otherwise",
      help: "Correct them, say in the README of the specs that their status is not kept up, or turn off the option `specs` of this rule.",
    },
    ledger: {
      message: "The ledger calls “{title}” {status}, but all {total} tasks of Spec {spec} are ticked.",
      fact: "all {total} boxes of {path} are ticked",
      help: "Correct the row, or open the task that is not done.",
    },
  },
  check(context) {
    if (context.options.specs) checkSpecs(context);
    if (context.options.ledger) checkRows(context);
  },
});

function checkSpecs({ facts, settings, report }: Context): void {
  const word = lazily(() =>
    usualDone(
      facts.specs.all.flatMap(({ status }) => status ?? []),
      settings,
    ),
  );
  const settled = facts.specs.all.filter((spec) => spec.status !== undefined && isComplete(spec));
  for (const spec of settled) {
    const { status, statusLine } = spec;
    if (status === undefined || statusLine === undefined || !isOpen(status, settings)) continue;
    report(
      "spec",
      { ...statusLine, identity: `status of spec ${spec.digits}` },
      {
        data: { spec: spec.digits, status, ...tasksOf(spec) },
        factAt: { path: `${spec.path}/tasks.md` },
        fix: suggestText(statusLine.location, [decidingWord(status, settings) ?? status, word()], facts),
        habit: { field: "status", settled: settled.length, message: "habit", unit: spec.number },
      },
    );
  }
}

function checkRows({ claims, facts, settings, report }: Context): void {
  const rows = claims.of("ledger-row");
  const word = lazily(() =>
    usualDone(
      rows.map((row) => row.word.text),
      settings,
    ),
  );
  for (const row of rows.filter(({ status }) => isOpen(status, settings))) {
    const specs = packagesOf(row, facts);
    const [spec] = specs;
    // A row about several specs is open until the last of them is complete.
    if (spec === undefined || !specs.every(isComplete)) continue;
    report("ledger", row, {
      data: { title: row.title, status: row.word.text, spec: spec.digits, ...tasksOf(spec) },
      at: row.word,
      factAt: { path: `${spec.path}/tasks.md` },
      fix: suggestText(row.word.location, [row.word.text, word()], facts),
    });
  }
}

function isOpen(status: string, { statuses }: Pick<Settings, "statuses">): boolean {
  const stage = stageOf(status, statuses);
  return stage === "planned" || stage === "drafted" || stage === "approved" || stage === "started";
}

function isComplete({ tasks }: SpecPackage): boolean {
  return tasks !== undefined && tasks.open + tasks.deferred === 0 && tasks.done > 0;
}

function tasksOf(spec: SpecPackage): { total: number; path: string } {
  return { total: spec.tasks?.done ?? 0, path: `${spec.path}/tasks.md` };
}
