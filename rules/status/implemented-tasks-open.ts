import { defineRule, isImplemented, isUntouched, noOptions, packagesOf } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a ledger row that says implemented while the tasks of its spec are open",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "ledger",
  },
  options: noOptions,
  messages: {
    open: {
      message: "The ledger calls “{title}” {status}, but {open} of {total} tasks of Spec {spec} are open.",
      fact: "{open} of {total} boxes are open, the first is “{first}”",
      help: "Tick what is done, move what is left to a follow-up, or correct the status.",
    },
    habit: {
      message: "{count} of {settled} implemented specs have open tasks, the first is Spec {spec}, “{title}”.",
      fact: "the ledger calls {count} of {settled} specs with tasks implemented although boxes are open",
      help: "Tick what is done, or say in the README of the specs that their tasks are not kept up.",
    },
  },
  check({ claims, facts, settings, report }) {
    const implemented = (status: string): boolean => isImplemented(status, settings);
    const settled = claims
      .of("ledger-row")
      .filter((row) => implemented(row.status))
      .map((row) => ({ row, specs: packagesOf(row, facts).filter((spec) => spec.tasks !== undefined) }));
    const total = settled.reduce((sum, { specs }) => sum + specs.length, 0);
    for (const { row, specs } of settled) {
      for (const spec of specs) {
        if (spec.tasks === undefined || spec.tasks.open === 0) continue;
        const first = spec.taskList?.find((task) => task.state === "open");
        // A close-out says what was left; a package without any progress is reported by status/specced-not-implemented.
        if (first === undefined || spec.closeOut !== undefined || isUntouched(spec, implemented)) continue;
        const { open, done, deferred } = spec.tasks;
        const { path, line } = first.location;
        report("open", row, {
          data: {
            title: row.title,
            status: row.word.text,
            spec: spec.digits,
            open,
            total: open + done + deferred,
            first: first.text.slice(0, 80),
          },
          at: row.word,
          factAt: { path, line },
          habit: { field: "tasks", settled: total, message: "habit", unit: spec.number },
        });
      }
    }
  },
});
