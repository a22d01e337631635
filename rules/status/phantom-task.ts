import { defineRule, noOptions, placesOf, type Facts, type Task, type Unknown } from "../../src/rule-api/index.ts";

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
      fact: "the repository has none of the paths that the task names, and never had",
      help: "Correct the path, or open the task again.",
    },
  },
  check({ facts, report, notChecked }) {
    for (const spec of facts.specs.all) {
      for (const task of spec.taskList ?? []) {
        const named = task.done && !gone.test(task.text) ? pathsIn(task) : [];
        if (named.length === 0) continue;
        const claim = { ...task, identity: `${spec.digits}/${task.text.slice(0, 60)}` };
        // One hit shows that something was done.
        const states = named.map((path) => wasEver(path, task, facts));
        const unknown = states.find((state) => typeof state === "object");
        if (states.includes(true)) continue;
        if (typeof unknown === "object") notChecked(unknown, claim);
        else report("phantom", claim, { data: { paths: named.map((path) => `“${path}”`).join(", ") } });
      }
    }
  },
});

/** Whether a path is there, from the root or beside the tasks file, or ever was; else why that is not known. */
function wasEver(path: string, { location }: Task, facts: Facts): boolean | Unknown {
  const answer = facts.paths.resolve(path, location.path);
  if (answer.exists !== false || answer.actual !== undefined) return true;
  const answers = placesOf(path, location.path).map((place) => facts.existed(place));
  if (answers.some((one) => one.kind === "known" && one.value)) return true;
  return answers.find((one) => one.kind === "unknown") ?? false;
}

function pathsIn(task: Task): string[] {
  return [...new Set([...task.text.matchAll(paths)].map((match) => match[1] ?? ""))].filter(
    (path) => !/^(?:https?:|www\.)|[*<>{}]/.test(path),
  );
}
