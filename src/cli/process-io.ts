import { fstatSync, writeSync } from "node:fs";
import { UsageError } from "../core/errors.ts";
import { exitCode } from "./exit-code.ts";
import type { Io, Output } from "./io.ts";

/**
 * The real process. A reader that closes the pipe early (`| head`) is no error: the run ends with the status that it would have had. Output that cannot be
 * written is one: it sets the exit status, and the run goes on to its end, so that no file is left behind half done.
 */
export function processIo(): Io {
  const failed = outputFailure();
  process.stdout.on("error", failed);
  // There is nowhere left to say it.
  process.stderr.on("error", () => undefined);
  return {
    get cwd() {
      return currentDirectory();
    },
    env: process.env,
    stdout: { ...output(process.stdout), ...(isFile(process.stdout) ? { write: wholeWriter(process.stdout.fd, failed) } : {}) },
    stderr: output(process.stderr),
    get confirm() {
      return process.stdin.isTTY && process.stdout.isTTY ? confirm : undefined;
    },
  };
}

/** What happens when standard output cannot be written: said once, whatever follows. */
function outputFailure(): (error: NodeJS.ErrnoException) => void {
  let said = false;
  return (error) => {
    if (error.code === "EPIPE" || said) return;
    said = true;
    process.exitCode = exitCode.failure;
    process.stderr.write(`queue-lint: standard output cannot be written: ${error.message}.\n  Make room, or send the output elsewhere.\n`);
  };
}

/** The directory may have been removed behind the shell that stands in it. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError("The current directory no longer exists.", "Change to a directory that exists.");
  }
}

function output(stream: NodeJS.WriteStream): Output {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY, columns: stream.columns };
}

function isFile({ fd }: typeof process.stdout): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

/** On a disk that is nearly full a write puts down what there is room for, and that is no error yet; Node's stream leaves it at that. */
function wholeWriter(fd: number, failed: (error: NodeJS.ErrnoException) => void): (text: string) => void {
  return (text) => {
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    } catch (error) {
      failed(error as NodeJS.ErrnoException);
    }
  };
}

/** Few commands ask, and loading what it takes is slower than printing a version. */
async function confirm(question: string): Promise<boolean> {
  return (await import("./confirm.ts")).confirm(question);
}
