import { join } from "node:path";
import { parseArgs } from "node:util";
import { differingFiles, generatedFiles } from "./generated-files.ts";
import { runScript, ScriptError } from "./run-script.ts";
import { writeGenerated } from "./write-generated.ts";

const root = join(import.meta.dirname, "..");

/** Writes every generated file that differs; with `--check` lists them instead. Fails when a rule, a page and cases do not belong together. */
runScript(async () => {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const wrong = values.check ? await check() : await write();
  if (wrong.length > 0) throw new ScriptError(wrong.join("\n"));
});

async function write(): Promise<readonly string[]> {
  const { paths, faults } = await writeGenerated(root);
  for (const path of paths) console.log(`wrote ${path}`);
  return faults;
}

async function check(): Promise<readonly string[]> {
  const { files, faults } = await generatedFiles(root);
  const differing = differingFiles(root, files).map(
    ({ path }) => `${path} is not what the generator makes of its sources.`,
  );
  const wayOut = differing.length === 0 ? [] : ["Run “npm run generate”, and commit what it writes."];
  return [...differing, ...wayOut, ...faults];
}
