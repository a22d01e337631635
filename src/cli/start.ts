import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

/** Runs the command line of this process, and ends it. */
export async function start(): Promise<void> {
  const io = processIo();
  const code = await main(process.argv.slice(2), io);
  // Output that could not be written has set one.
  process.exitCode ??= code;
  // Node would wait for what V8 compiles in the background and for idle connections, and give back the memory piece by piece: a twentieth of an audit.
  if (io.isWritten()) process.exit();
}
