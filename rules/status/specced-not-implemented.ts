import {
  defineRule,
  isImplemented,
  isUntouched,
  noOptions,
  packagesOf,
  rowsByKey,
  type EvidenceClaim,
  type LedgerRowClaim,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow calling an entry implemented where the only evidence is its spec directory",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    specOnly: {
      message: "“{title}” is called {status}, but all that shows it is the spec directory of Spec {spec}.",
      fact: "{path} has {tasks}, and no other evidence is given",
      help: "Name the code or test that shows it, tick the tasks, or call it specced.",
    },
    habit: {
      message:
        "{count} of {settled} implemented entries show no more than a spec directory, the first is “{title}”, Spec {spec}.",
      fact: "no task of {count} of {settled} implemented entries is ticked, and no other evidence is given",
      help: "Name the code or tests, tick the tasks, or say in the README of the specs that their tasks are not kept up.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const implemented = (status: string): boolean => isImplemented(status, settings);
    const evidence = claims.of("evidence");
    const rows = claims.of("ledger-row").filter((row) => implemented(row.status));
    const items = claims.of("roadmap-item").filter(
      (item) =>
        item.status !== undefined &&
        implemented(item.status.text) &&
        item.targets.length > 0 &&
        // What the ledger says of an item is judged there.
        rowsByKey(claims.of("ledger-row"), item.key).length === 0,
    );
    const settled = [...rows, ...items].filter((one) => packagesOf(one, facts).length > 0).length;
    const habit = ({ number }: SpecPackage) => ({ field: "tasks", settled, message: "habit", unit: number }) as const;
    for (const row of rows) {
      const specs = packagesOf(row, facts);
      const [first] = specs;
      if (first === undefined || givesMore(row, evidence, specs)) continue;
      if (specs.every((spec) => isSilent(spec, implemented)))
        notChecked("the spec has neither tasks nor a status to hold the row to", row);
      if (!specs.every((spec) => isUntouched(spec, implemented))) continue;
      report("specOnly", row, {
        data: { title: row.title, status: row.word.text, ...untouched(first) },
        at: row.word,
        factAt: { path: first.path },
        habit: habit(first),
      });
    }
    for (const item of items) {
      const specs = packagesOf(item, facts);
      const [first] = specs;
      if (first === undefined || item.status === undefined || !specs.every((spec) => isUntouched(spec, implemented)))
        continue;
      report("specOnly", item, {
        data: { title: item.title, status: item.status.text, ...untouched(first) },
        at: item.status,
        factAt: { path: first.path },
        habit: habit(first),
      });
    }
  },
});

/** A commit, or a path that is not in a spec directory of the row. */
function givesMore(row: LedgerRowClaim, evidence: readonly EvidenceClaim[], specs: readonly SpecPackage[]): boolean {
  const own = evidence.filter((one) => one.row === row.key);
  return own.some((one) => one.form === "commit" || !specs.some((spec) => one.target.includes(spec.text)));
}

/** A package without boxes, whose own status does not say either that it is there. */
function isSilent({ tasks, status }: SpecPackage, implemented: (status: string) => boolean): boolean {
  return tasks === undefined && (status === undefined || !implemented(status));
}

function untouched({ path, digits, tasks }: SpecPackage): { path: string; spec: string; tasks: string } {
  return { path, spec: digits, tasks: `none of its ${tasks?.open ?? 0} tasks ticked` };
}
