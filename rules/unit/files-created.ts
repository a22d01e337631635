import {
  comparableStatuses,
  defineRule,
  hasAllTicked,
  noOptions,
  unitPhase,
  type CreatedFile,
  type Facts,
  type PlanRecordClaim,
  type RuleContext,
  type Unit,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

/** Fewer boxes than these are no plan. */
const fewestBoxes = 3;
/** One file may be there for another reason. */
const fewestFiles = 2;

type Context = RuleContext<unknown, "built" | "row" | "unbuilt">;

export default defineRule({
  meta: {
    description: "Report plans whose new files say otherwise than their boxes or status how far they are",
    severity: "info",
    class: "heuristic",
    since: "0.1.0",
    needs: "units",
    recommended: true,
  },
  options: noOptions,
  messages: {
    built: {
      message: "None of the {boxes} boxes of “{unit}” is ticked, but {files}.",
      fact: "{first} exists",
      help: "Tick what was done, or say at the top of the plan that its boxes are not kept.",
    },
    row: {
      message: "The row calls “{unit}” “{says}”, but {files}.",
      fact: "{first} exists",
      help: "Correct the row if the work was done.",
    },
    unbuilt: {
      message:
        "“{unit}” is done by its own account, but none of the {count} files that it creates exists or ever existed.",
      fact: "there is no {first}",
      help: "Correct the paths of the plan, or its status.",
    },
  },
  check(context) {
    const { claims, facts, report } = context;
    for (const claim of claims.of("unit")) {
      const { unit } = claim;
      if (isDone(unit)) checkDone(claim, context);
      else if (isUntouched(unit)) reportBuilt(claim, context);
    }
    for (const claim of claims.of("plan-record")) checkRow(claim, { facts, report });
  },
});

function checkRow(claim: PlanRecordClaim, { facts, report }: Pick<Context, "facts" | "report">): void {
  const { unit, status, quote } = claim.record;
  if (unit === undefined || status === undefined || unit.created.length < fewestFiles) return;
  const stage = facts.units.stageOf(status.text, unit.layout);
  const built = stage !== undefined && unitPhase(stage) === "open" ? existingFiles(unit.created, facts) : undefined;
  if (built === undefined) return;
  report("row", claim, {
    at: { ...status, quote: quote ?? status.text },
    ...evidenceOf(unit, built, { says: status.text }),
  });
}

function isDone(unit: Unit): boolean {
  const [status] = comparableStatuses(unit);
  return status === undefined ? hasAllTicked(unit) : unitPhase(status.stage) === "implemented";
}

function isUntouched({ state, tasks, created }: Unit): boolean {
  return state === "live" && created.length > 0 && tasks?.ticked === 0 && tasks.open >= fewestBoxes;
}

function reportBuilt(claim: UnitClaim, { facts, report }: Pick<Context, "facts" | "report">): void {
  const { unit } = claim;
  const built = existingFiles(unit.created, facts);
  const box = unit.tasks?.boxes.find(({ state }) => state === "open");
  if (built !== undefined)
    report("built", claim, { at: box, ...evidenceOf(unit, built, { boxes: unit.tasks?.total ?? 0 }) });
}

function evidenceOf({ name }: Unit, files: readonly CreatedFile[], words: Readonly<Record<string, string | number>>) {
  const first = files[0]?.text ?? "";
  const count =
    files.length === 1 ? "the one file that it creates exists" : `all ${files.length} files that it creates exist`;
  return { data: { unit: name.text, files: count, first, ...words }, factAt: { path: first } };
}

/** All of the files; undefined when one is not there. */
function existingFiles(files: readonly CreatedFile[], facts: Facts): readonly CreatedFile[] | undefined {
  return files.length > 0 && files.every(({ text }) => facts.paths.resolve(text, "").exists === true)
    ? files
    : undefined;
}

function checkDone(claim: UnitClaim, { facts, report, notChecked }: Context): void {
  const { created, name } = claim.unit;
  const [first] = created;
  if (first === undefined || created.length < fewestFiles) return;
  if (created.some(({ text }) => facts.paths.resolve(text, "").exists !== false)) return;
  const answers = created.map(({ text }) => facts.existed(text));
  const gap = answers.find((answer) => answer.kind === "unknown");
  if (answers.some((answer) => answer.kind === "known" && answer.value)) return;
  if (gap?.kind === "unknown") notChecked(gap, claim);
  else report("unbuilt", claim, { at: first, data: { unit: name.text, count: created.length, first: first.text } });
}
