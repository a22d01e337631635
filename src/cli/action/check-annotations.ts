import type { Finding, Severity } from "../../core/finding.ts";
import type { CheckAnnotation } from "../../github/check-run.ts";
import { printable } from "../../reporters/printable.ts";

const levels: Readonly<Record<Severity, CheckAnnotation["annotation_level"]>> = {
  error: "failure",
  warning: "warning",
  info: "notice",
};
/** GitHub takes 64 KB for a message, at three bytes for a character at most, and 255 characters for a title. */
const longest = { message: 20_000, title: 255 } as const;

/** A finding as an annotation of a check run, which shows plain text. */
export function checkAnnotation({
  rule,
  severity,
  path,
  line,
  endLine,
  column,
  endColumn,
  message,
  claim,
  fact,
  help,
}: Finding): CheckAnnotation {
  const words = [
    message,
    `claim: ${claim.text}`,
    `truth: ${fact.text}`,
    ...(help === undefined ? [] : [`help: ${help}`]),
  ]
    .map(printable)
    .join("\n");
  return {
    path,
    start_line: line,
    end_line: Math.max(line, endLine),
    ...(endLine === line ? { start_column: column, end_column: Math.max(column, endColumn) } : {}),
    annotation_level: levels[severity],
    title: shortened(`queue-lint ${printable(rule)}`, longest.title),
    message: shortened(words, longest.message),
  };
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
