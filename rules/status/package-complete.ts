import { defineRule, rowsOf, stageOf, z, type SpecPackage, type Stage } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a spec package to have the files that its stage needs",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { started: "less", implemented: "less" },
  },
  options: z.strictObject({
    started: z.array(z.string()).default(["plan.md", "tasks.md"]).describe("Files of a package whose work has begun."),
    implemented: z
      .array(z.string())
      .default(["plan.md", "tasks.md"])
      .describe("Files of a package that is implemented."),
  }),
  messages: {
    missing: {
      message: "Spec {spec} is {status}, but its package has no {file}.",
      fact: "{path} has {files}",
      help: "Add {file}, correct the status, or take the file from the options of this rule.",
    },
  },
  check({ claims, facts, settings, options, report }) {
    const rows = claims.of("ledger-row");
    const wanted = [...options.started, ...options.implemented];
    if (facts.specs.all.every(({ files }) => wanted.every((file) => files.includes(file)))) return;
    const begun = facts.specs.all
      .map((spec) => {
        const row = rowsOf(spec, rows, facts).find((one) => isBegun(stageOf(one.status, settings.statuses)));
        const stage = spec.status === undefined ? undefined : stageOf(spec.status, settings.statuses);
        return isBegun(stage)
          ? { spec, stage, row: undefined }
          : { spec, stage: row === undefined ? undefined : stageOf(row.status, settings.statuses), row };
      })
      .filter(({ stage }) => isBegun(stage));
    // A file that most packages go without is not part of how this repository works.
    const usual = new Set(
      wanted.filter((file) => begun.filter(({ spec }) => spec.files.includes(file)).length * 2 > begun.length),
    );
    for (const { spec, stage, row } of begun) {
      const needed = stage === "implemented" ? options.implemented : options.started;
      const file = needed.find((name) => !spec.files.includes(name) && usual.has(name));
      const said = file === undefined ? undefined : (row ?? spec.statusLine);
      if (file === undefined || said === undefined) continue;
      report(
        "missing",
        { ...said, identity: `files of spec ${spec.digits}` },
        {
          data: { spec: spec.digits, status: stage ?? "", file, path: spec.path, files: listed(spec) },
          factAt: { path: spec.path },
        },
      );
    }
  },
});

function isBegun(stage: Stage | undefined): boolean {
  return stage === "started" || stage === "implemented";
}

function listed({ files }: SpecPackage): string {
  return files.length === 0 ? "no files" : `only ${files.join(", ")}`;
}
