import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Parser from "@actions/workflow-parser/actions/index";
import { rolldown } from "rolldown";

/** GitHub's parser of action.yml. It imports JSON in a way that only a bundler takes, so that it is bundled first. */
export async function actionParser(): Promise<typeof Parser> {
  const folder = mkdtempSync(join(tmpdir(), "queue-lint-parser-"));
  const file = join(folder, "parser.cjs");
  try {
    const bundle = await rolldown({ input: "@actions/workflow-parser/actions/index", platform: "node", cwd: import.meta.dirname });
    await bundle.write({ file, format: "cjs" });
    return createRequire(pathToFileURL(file))(file) as typeof Parser;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
