import { join } from "node:path";
import { parseArgs } from "node:util";
import { runScript, ScriptError } from "./run-script.ts";

runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "new-group": { type: "boolean", default: false } },
  });
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new ScriptError("Usage: npm run new-rule -- group/name [--new-group]");
  // It loads all rules, which nobody needs who mistyped.
  const { createRule } = await import("./create-rule.ts");
  const { paths, faults } = await createRule(join(import.meta.dirname, ".."), { id, newGroup: values["new-group"] });
  for (const path of paths) console.log(`wrote ${path}`);
  console.log(instructions(id));
  if (faults.length > 0) throw new ScriptError(faults.join("\n"));
});

function instructions(id: string): string {
  return `
${id} fails the contract test until it is written:

1. rules/${id}.ts: description (“Require …” or “Disallow …”), severity, class, messages and check.
2. fixtures/rules/${id}/: make bad-broken break the rule and ok-near-miss nearly break it; add one bad
   case for each message. Then run “npm run update-fixtures” and read the expected.txt it writes.
3. docs/rules/${id}.md: fill every section; the examples are run.
4. CHANGELOG.md: a line for those who use it.
5. npm run generate && npx vitest run test/rules

docs/writing-a-rule.md explains each step.`;
}
