import { defineRule, rewritePath, z, type PathClaim } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every anchor and cited path to exist, with exact case",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe("Path prefixes that are not part of this repository, such as a sister repository's folder."),
    prose: z
      .boolean()
      .default(true)
      .describe("Whether paths in running text are checked too, when their first folder exists."),
  }),
  messages: {
    missing: {
      message: "“{target}” is cited, but does not exist.",
      fact: "there is no {target}{nearest}",
      help: "Correct the path, or remove the citation if what it named is gone.",
    },
    case: {
      message: "“{target}” is cited, but its name is written {actual}.",
      fact: "the path is {actual}: case counts",
      help: "Write {actual}.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    for (const path of claims.of("path")) {
      if (path.source === "basis" || options.ignore.some((prefix) => path.target.startsWith(prefix))) continue;
      if (path.source === "prose" && !(options.prose && facts.paths.plausible(path.target, path.location.path)))
        continue;
      const answer = facts.paths.resolve(path.target, path.location.path);
      if (answer.exists === "unknown") notChecked(answer.reason, path);
      if (answer.exists) continue;
      const target = path.target;
      if (answer.actual !== undefined)
        report("case", path, {
          data: { target, actual: answer.actual },
          factAt: { path: answer.actual },
          fix: rewritePath(path, answer.actual, facts),
        });
      else {
        const fix = answer.nearest === undefined ? undefined : rewritePath(path, answer.nearest, facts);
        report("missing", path, {
          data: { target, nearest: suggestion(answer.nearest) },
          ...place(answer.nearest),
          fix,
        });
      }
    }
  },
});

function suggestion(nearest: PathClaim["target"] | undefined): string {
  return nearest === undefined ? "" : `; ${nearest} is the nearest`;
}

function place(nearest: string | undefined): { factAt?: { path: string } } {
  return nearest === undefined ? {} : { factAt: { path: nearest } };
}
