import type { Fix } from "../../src/core/finding.ts";
import { applyEdits } from "../../src/engine/apply-edits.ts";
import { unifiedDiff } from "../../src/engine/unified-diff.ts";
import type { RuleOutcome } from "./run-rule.ts";

/** The findings of a case as the text that is reviewed and compared: one block for each, with a blank line between. */
export function formatGolden({ problems, notChecked, textOf }: RuleOutcome): string {
  const blocks = problems.map((problem) => {
    const { path, line, column } = problem.location;
    const { fact } = problem;
    const place = fact.path === undefined ? "" : ` (${fact.path}${fact.line === undefined ? "" : `:${fact.line}`})`;
    return [
      `${path}:${line}:${column} ${problem.messageId}`,
      `  says   ${problem.message}`,
      `  claim  ${problem.claim.text}`,
      `  truth  ${fact.text}${place}`,
      ...(problem.help === undefined ? [] : [`  help   ${problem.help}`]),
      ...(problem.fix === undefined ? [] : fixLines(problem.fix, textOf)),
    ].join("\n");
  });
  return [...blocks, ...notChecked.map(({ reason }) => `not checked: ${reason}`)]
    .map((block) => `${block}\n`)
    .join("\n");
}

/** Kind and description of a fix, and the lines that it changes with one line around them. */
function fixLines(fix: Fix, textOf: RuleOutcome["textOf"]): string[] {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  const diffs = paths.map((path) => {
    const before = textOf(path);
    return unifiedDiff(
      {
        path,
        before,
        after: applyEdits(
          before,
          fix.edits.filter((edit) => edit.path === path),
        ),
      },
      1,
    );
  });
  const lines = diffs
    .join("")
    .split("\n")
    .filter((line) => line !== "" && !/^(?:---|\+\+\+) [ab]\//.test(line));
  return [`  fix    ${fix.kind}: ${fix.description}`, ...lines.map((line) => `    ${visible(line)}`.trimEnd())];
}

/** Carriage returns and byte-order marks as escapes, so that a golden shows them. */
function visible(line: string): string {
  return line.replaceAll("\r", String.raw`\r`).replaceAll("\uFEFF", String.raw`\ufeff`);
}
