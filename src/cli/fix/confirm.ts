import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** Asks a yes-or-no question in the terminal. */
export async function confirm(question: string): Promise<boolean> {
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
