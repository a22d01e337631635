import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { UsageError } from "../core/errors.ts";

/** Outputs of a step, by their names. */
export type StepOutputs = Readonly<Record<string, string | number>>;

/** Appends Markdown to the job summary of a step; nothing without a file for it. */
export function appendSummary(env: Readonly<Record<string, string | undefined>>, markdown: string): void {
  append(env["GITHUB_STEP_SUMMARY"], markdown);
}

/** Sets outputs of a step. What ends a value is not known to those who wrote it, so that no value can set another output. */
export function setOutputs(env: Readonly<Record<string, string | undefined>>, outputs: StepOutputs): void {
  const delimiter = `queue-lint-${randomUUID()}`;
  append(
    env["GITHUB_OUTPUT"],
    Object.entries(outputs)
      .map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
      .join(""),
  );
}

function append(path: string | undefined, text: string): void {
  if (path === undefined || path === "") return;
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      `A file of the runner cannot be written: ${(error as Error).message}.`,
      "GITHUB_OUTPUT and GITHUB_STEP_SUMMARY name files that the runner makes.",
      path,
    );
  }
}
