import { once } from "node:events";
import { exitCode } from "./exit-code.ts";
import type { Io, Output } from "./io.ts";

/** The real process. A reader that closes the pipe early (`| head`) is no error: the run ends with the status that it would have had. */
export function processIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`queue-lint: standard output cannot be written: ${error.message}.\n  Make room, or send the output elsewhere.\n`);
    process.exit(exitCode.failure);
  });
  // There is nowhere left to say it.
  process.stderr.on("error", () => undefined);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    get confirm() {
      return process.stdin.isTTY && process.stdout.isTTY ? confirm : undefined;
    },
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY, columns: stream.columns };
}

async function confirm(question: string): Promise<boolean> {
  // Loaded when it is needed: few commands ask, and loading it takes longer than printing a version.
  const { createInterface } = await import("node:readline/promises");
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D close the prompt; an answer that never comes would leave the process hanging.
  const closed = once(prompt, "close").then(() => undefined);
  try {
    const answer = await Promise.race([prompt.question(`${question} [y/N] `).catch(() => undefined), closed]);
    if (answer === undefined) process.stdout.write("\n");
    return /^y(?:es)?$/i.test(answer?.trim() ?? "");
  } finally {
    prompt.close();
  }
}
