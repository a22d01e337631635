import { join } from "node:path";

/** The environment variable that names the directory of the bundle to the tests. */
export const directoryVariable = "QUEUE_LINT_TEST_BUNDLE";

/** The bundled program of this run of the tests, for `node`: its absolute path. */
export function program(): string {
  const directory = process.env[directoryVariable];
  if (directory === undefined)
    throw new Error("the program is not bundled; vitest.config.ts names test/cli/build-program.ts for that");
  return join(directory, "cli.cjs");
}
