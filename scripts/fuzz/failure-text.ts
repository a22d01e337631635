import type { FuzzFailure } from "./fuzz-target.ts";

/** What to show of a failure: the input, what it broke, and the command that tries it again. */
export function failureText(name: string, { input, error, path }: FuzzFailure, seed: number): string {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [input, reason, `Again: npm run fuzz -- --target ${name} --seed ${seed} --path "${path}"`].join("\n");
}
