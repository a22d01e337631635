/** A failure that its message explains in full: shown without a stack trace. */
export class ScriptError extends Error {}

/** Runs a script of the project; the exit status is 1 when it fails. */
export function runScript(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    console.error(isExplained(error) ? error.message : error);
    process.exitCode = 1;
  });
}

/** Unknown options and the like, which `parseArgs` explains itself. */
function isExplained(error: unknown): error is Error {
  return (
    error instanceof ScriptError ||
    (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
  );
}
