import { defineRule, noOptions, type PathAnswer, type Task } from "../../src/rule-api/index.ts";

/** A path with a folder and an extension, as code or as a bare word. */
const paths = /(?:^|[\s(`"'])((?:\.{0,2}\/)?(?:[\w@.-]+\/)+[\w.-]+\.[A-Za-z]\w{0,9})(?=$|[\s`"'),:;.])/g;
/** What is gone on purpose, or was only looked at, need not be there. */
const gone =
  /\b(?:delete|deleted|remove|removed|rename|renamed|move|moved|drop|dropped|retire|retired|replace|replaced|migrate|migrated|temporary|example|e\.g\.)\b/i;

export default defineRule({
  meta: {
    description: "Report a ticked task that names repository paths none of which exists",
    severity: "info",
    class: "heuristic",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    phantom: {
      message: "The task is ticked, but {paths} cannot be found.",
      fact: "the repository has none of the paths that the task names",
      help: "Correct the path, or open the task again.",
    },
  },
  check({ facts, report }) {
    for (const spec of facts.specs.all) {
      for (const task of spec.taskList ?? []) {
        const named = task.done && !gone.test(task.text) ? pathsIn(task) : [];
        // A path is looked up from the root and beside the tasks file; one hit shows that something was done.
        if (named.length === 0 || named.some((path) => isThere(facts.paths.resolve(path, task.location.path))))
          continue;
        report(
          "phantom",
          { ...task, identity: `${spec.digits}/${task.text.slice(0, 60)}` },
          { data: { paths: named.map((path) => `“${path}”`).join(", ") } },
        );
      }
    }
  },
});

function isThere(answer: PathAnswer): boolean {
  return answer.exists !== false || answer.actual !== undefined;
}

function pathsIn(task: Task): string[] {
  return [...new Set([...task.text.matchAll(paths)].map((match) => match[1] ?? ""))].filter(
    (path) => !/^(?:https?:|www\.)|[*<>{}]/.test(path),
  );
}
