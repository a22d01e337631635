import type { RuleOutcome } from "./run-rule.ts";

/** The findings of a case as the text that is reviewed and compared: one block for each, with a blank line between. */
export function formatGolden({ problems, notChecked }: RuleOutcome): string {
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
      ...(problem.fix === undefined ? [] : [`  fix    ${problem.fix.kind}: ${problem.fix.description}`]),
    ].join("\n");
  });
  return [...blocks, ...notChecked.map(({ reason }) => `not checked: ${reason}`)].map((block) => `${block}\n`).join("\n");
}
