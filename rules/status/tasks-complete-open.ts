import { defineRule, packagesOf, stageOf, z, type Settings, type SpecPackage } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a spec or ledger row that still says draft, planned or in progress when all tasks are ticked",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: z.strictObject({
    specs: z.boolean().default(true).describe("Whether the status line of spec files is held to the tasks; turn it off where specs keep saying Draft."),
    ledger: z.boolean().default(true).describe("Whether the rows of the ledger are held to the tasks."),
  }),
  messages: {
    spec: {
      message: "Spec {spec} says “{status}”, but all of its {total} tasks are ticked.",
      fact: "all {total} boxes of {path} are ticked",
      help: "Correct the status, or turn off the option `specs` of this rule if status lines are not kept up here.",
    },
    ledger: {
      message: "The ledger calls “{title}” {status}, but all {total} tasks of Spec {spec} are ticked.",
      fact: "all {total} boxes of {path} are ticked",
      help: "Correct the row, or open the task that is not done.",
    },
  },
  check({ claims, facts, settings, options, report }) {
    if (options.specs) {
      for (const spec of facts.specs.all) {
        const { statusLine, status } = spec;
        if (statusLine === undefined || status === undefined || !isOpen(status, settings) || !isComplete(spec)) continue;
        report("spec", { ...statusLine, identity: `status of spec ${spec.digits}` }, { data: { spec: spec.digits, status, ...tasksOf(spec) }, factAt: { path: `${spec.path}/tasks.md` } });
      }
    }
    for (const row of options.ledger ? claims.of("ledger-row") : []) {
      const specs = packagesOf(row, facts);
      const spec = specs[0];
      // A row about several specs is open until the last of them is complete.
      if (spec === undefined || !specs.every(isComplete) || !isOpen(row.status, settings)) continue;
      report("ledger", row, { data: { title: row.title, status: row.word.text, spec: spec.digits, ...tasksOf(spec) }, at: row.word, factAt: { path: `${spec.path}/tasks.md` } });
    }
  },
});

function isOpen(status: string, { ladder }: Pick<Settings, "ladder">): boolean {
  const stage = stageOf(status, ladder);
  return stage === "planned" || stage === "drafted" || stage === "approved" || stage === "started";
}

function isComplete({ tasks }: SpecPackage): boolean {
  return tasks !== undefined && tasks.open === 0 && tasks.done > 0;
}

function tasksOf(spec: SpecPackage): { total: number; path: string } {
  return { total: spec.tasks?.done ?? 0, path: `${spec.path}/tasks.md` };
}
