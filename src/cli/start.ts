import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  const code = await main(process.argv.slice(2), processIo());
  // Output that could not be written has set one.
  process.exitCode ??= code;
}
