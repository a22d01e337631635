import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as WorkflowParser from "@actions/workflow-parser";
import type * as ActionParser from "@actions/workflow-parser/actions/index";
import { rolldown } from "rolldown";

/** GitHub's parser of action.yml. */
export async function actionParser(): Promise<typeof ActionParser> {
  return (await bundled("@actions/workflow-parser/actions/index")) as typeof ActionParser;
}

/** GitHub's parser of workflows. */
export async function workflowParser(): Promise<typeof WorkflowParser> {
  return (await bundled("@actions/workflow-parser")) as typeof WorkflowParser;
}

/** The package imports JSON in a way that only a bundler takes, so that it is bundled first. */
async function bundled(input: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "queue-lint-parser-"));
  const file = join(folder, "parser.cjs");
  try {
    const bundle = await rolldown({ input, platform: "node", cwd: import.meta.dirname });
    await bundle.write({ file, format: "cjs" });
    return createRequire(pathToFileURL(file))(file) as unknown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
