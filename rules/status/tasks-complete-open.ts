import {
  defineRule,
  isImplemented,
  packagesOf,
  replaceText,
  stageOf,
  z,
  type Facts,
  type Fix,
  type Quotation,
  type Settings,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description:
      "Disallow a spec or ledger row that still says draft, planned or in progress when all tasks are ticked",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
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
  check({ claims, facts, settings, options, report }) {
    const done = (words: readonly string[]): string | undefined =>
      usual(words.filter((word) => isImplemented(word, settings)));
    const specWord = (): string | undefined => done(facts.specs.all.flatMap((spec) => spec.status ?? []));
    const rowWord = (): string | undefined => done(claims.of("ledger-row").map((row) => row.word.text));
    if (options.specs) {
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
            fix: rewrite(statusLine, [status, specWord()], facts),
            habit: { field: "status", settled: settled.length, message: "habit", unit: spec.number },
          },
        );
      }
    }
    for (const row of options.ledger ? claims.of("ledger-row") : []) {
      if (!isOpen(row.status, settings)) continue;
      const specs = packagesOf(row, facts);
      const spec = specs[0];
      // A row about several specs is open until the last of them is complete.
      if (spec === undefined || !specs.every(isComplete)) continue;
      report("ledger", row, {
        data: { title: row.title, status: row.word.text, spec: spec.digits, ...tasksOf(spec) },
        at: row.word,
        factAt: { path: `${spec.path}/tasks.md` },
        fix: rewrite(row.word, [row.word.text, rowWord()], facts),
      });
    }
  },
});

function isOpen(status: string, { statuses }: Pick<Settings, "statuses">): boolean {
  const stage = stageOf(status, statuses);
  return stage === "planned" || stage === "drafted" || stage === "approved" || stage === "started";
}

/** The word that most of the others use; undefined when none is done yet. */
function usual(words: readonly string[]): string | undefined {
  const count = (word: string): number => words.filter((one) => one === word).length;
  return [...new Set(words)].sort((one, other) => count(other) - count(one))[0];
}

function rewrite(
  { location }: Quotation,
  [from, to]: readonly [string, string | undefined],
  facts: Facts,
): Fix | undefined {
  const edits = to === undefined ? undefined : replaceText(location, [from, to], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write “${to ?? ""}”.`, edits };
}

function isComplete({ tasks }: SpecPackage): boolean {
  return tasks !== undefined && tasks.open + tasks.deferred === 0 && tasks.done > 0;
}

function tasksOf(spec: SpecPackage): { total: number; path: string } {
  return { total: spec.tasks?.done ?? 0, path: `${spec.path}/tasks.md` };
}
