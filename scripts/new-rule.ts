import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listGroups, ruleIdPattern } from "./rule-files.ts";
import { ruleSkeleton } from "./rule-skeleton.ts";
import { runScript, ScriptError } from "./run-script.ts";
import { writeFileIn, writeGenerated } from "./write-generated.ts";

const root = join(import.meta.dirname, "..");
const usage = "Usage: npm run new-rule -- group/name [--new-group]";

/** Writes the files of a new rule and brings what is generated up to date. */
runScript(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { "new-group": { type: "boolean", default: false } } });
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new ScriptError(usage);
  refuse(id, values["new-group"]);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const skeleton = ruleSkeleton(id, version);
  refuseOverwriting(skeleton.map((file) => file.path));
  for (const { path, text } of skeleton) writeFileIn(root, path, text);
  const { paths, faults } = await writeGenerated(root);
  for (const path of new Set([...skeleton.map((file) => file.path), ...paths])) console.log(`wrote ${path}`);
  console.log(instructions(id));
  if (faults.length > 0) throw new ScriptError(faults.join("\n"));
});

function refuse(id: string, newGroup: boolean): void {
  if (!ruleIdPattern.test(id)) throw new ScriptError(`“${id}” is no rule id: write group/name in lower case, words joined by hyphens, as in promotion/spec-exists.\n${usage}`);
  const group = id.slice(0, id.indexOf("/"));
  const groups = listGroups(root);
  const known = groups.includes(group);
  if (!known && !newGroup) throw new ScriptError(`There is no group “${group}”. The groups are ${groups.join(", ")}; add --new-group if none of them fits.`);
  if (known && newGroup) throw new ScriptError(`The group “${group}” is there already: leave --new-group out.`);
}

function refuseOverwriting(paths: readonly string[]): void {
  const present = paths.filter((path) => existsSync(join(root, path)));
  if (present.length > 0) throw new ScriptError(`There is already ${present.join(" and ")}. Choose another name, or edit what is there.`);
}

function instructions(id: string): string {
  return `
${id} fails the contract test until it is written:

1. rules/${id}.ts: description (“Require …” or “Disallow …”), severity, class, messages and check.
2. fixtures/rules/${id}/: make bad-broken break the rule and ok-near-miss nearly break it; add one bad
   case for each message. Then run “npm run update-fixtures” and read the expected.txt it writes.
3. docs/rules/${id}.md: fill every section; the examples are run.
4. npm run generate && npx vitest run test/rules

docs/writing-a-rule.md explains each step.`;
}
