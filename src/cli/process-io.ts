import { UsageError } from "../core/errors.ts";
import { exitCode } from "./exit-code.ts";
import type { Io, Output } from "./io.ts";
import { standardStream } from "./standard-stream.ts";

/** The real process, and whether the system has all that was written to it. */
export interface ProcessIo extends Io {
  readonly isWritten: () => boolean;
}

/**
 * The real process. A reader that closes the pipe early (`| head`) is not an error: the run ends with the status that it would have had. Output that cannot be
 * written is one: it sets the exit status, and the run goes on to its end, so that no file is left half done.
 */
export function processIo(): ProcessIo {
  // There is nowhere left to say it.
  const stderr = standardStream({ fd: 2, stream: () => process.stderr, failed: () => undefined });
  const stdout = standardStream({ fd: 1, stream: () => process.stdout, failed: outputFailure(stderr) });
  return {
    get cwd() {
      return currentDirectory();
    },
    env: process.env,
    stdout,
    stderr,
    isWritten: () => stdout.isWritten() && stderr.isWritten(),
    get readInput() {
      return process.stdin.isTTY ? undefined : readInput;
    },
    get confirm() {
      return process.stdin.isTTY && process.stdout.isTTY ? confirm : undefined;
    },
  };
}

/** What happens when standard output cannot be written: said once, whatever follows. */
function outputFailure(stderr: Output): (error: NodeJS.ErrnoException) => void {
  let said = false;
  return (error) => {
    if (error.code === "EPIPE" || said) return;
    said = true;
    process.exitCode = exitCode.failure;
    stderr.write(
      `queue-lint: standard output cannot be written: ${error.message}.\n  Make room, or send the output elsewhere.\n`,
    );
  };
}

/** The directory may have been removed while the shell was in it. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError("The current directory no longer exists.", "Change to a directory that exists.");
  }
}

/** Few commands ask, and loading what it takes is slower than printing a version. */
async function confirm(question: string): Promise<boolean> {
  return (await import("./fix/confirm.ts")).confirm(question);
}

/** What is not UTF-8 is read with replacement characters, and more than any hook sends is cut off: neither is JSON then. */
async function readInput(): Promise<string> {
  const most = 64 * 1024 * 1024;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
