import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from "vscode-languageserver";
import { UsageError } from "../core/errors.ts";
import type { AuditReport, Finding, Severity } from "../core/finding.ts";
import { printable } from "../reporters/printable.ts";
import { lineRange, rangeOf } from "./positions.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What a client shows of a diagnostic, and how paths are named to it. */
export interface DiagnosticDisplay {
  readonly related: boolean;
  uriOf(path: string): string;
}

export type DiagnosticsByPath = ReadonlyMap<string, readonly Diagnostic[]>;

/** The diagnostics of each document that has findings; those that an exception hides, and those that the base has already, are left out. */
export function diagnosticsOf({ findings }: AuditReport, display: DiagnosticDisplay): DiagnosticsByPath {
  const byPath = new Map<string, Diagnostic[]>();
  for (const finding of findings.filter(isShown))
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), diagnosticOf(finding, display)]);
  return byPath;
}

export function isShown({ suppressed, state }: Finding): boolean {
  return !suppressed && state !== "existing";
}

function diagnosticOf(finding: Finding, display: DiagnosticDisplay): Diagnostic {
  const related = relatedTo(finding, display);
  const shown = display.related ? [] : related.map(({ message, location }) => `${message} (${placeIn(location)})`);
  return {
    range: rangeOf(finding),
    severity: severities[finding.severity],
    source: "queue-lint",
    code: finding.rule,
    codeDescription: { href: finding.url },
    message: [finding.message, ...shown, ...(finding.help === undefined ? [] : [finding.help])]
      .map(printable)
      .join("\n"),
    ...(display.related && related.length > 0 ? { relatedInformation: related } : {}),
    data: { fingerprint: finding.fingerprint },
  };
}

/** The truth, and the claim where the finding is at another place. */
function relatedTo({ claim, fact, path, line }: Finding, display: DiagnosticDisplay): DiagnosticRelatedInformation[] {
  const elsewhere = claim.path === path && claim.line === line ? [] : [{ ...claim, said: "Claim" }];
  const truth = fact.path === undefined ? [] : [{ ...fact, path: fact.path, said: "Truth" }];
  return [...elsewhere, ...truth].map(({ said, text, path: at, line: number = 1 }) => ({
    location: { uri: display.uriOf(at), range: lineRange(number) },
    message: printable(`${said}: ${text}`),
  }));
}

function placeIn({ uri, range }: DiagnosticRelatedInformation["location"]): string {
  return `${decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1))}:${range.start.line + 1}`;
}

/** A failure at its place, `queue-lint.config.json:3:5`; undefined when it has none. */
export function failureDiagnostic(
  error: unknown,
): { readonly path: string; readonly diagnostic: Diagnostic } | undefined {
  if (!(error instanceof UsageError) || error.place === undefined) return undefined;
  const [, path = error.place, line = "1", column = "1"] = /^(.+?)(?::(\d+))?(?::(\d+))?$/.exec(error.place) ?? [];
  const start = { line: Number(line), column: Number(column) };
  const diagnostic: Diagnostic = {
    range: rangeOf({ ...start, endLine: start.line, endColumn: start.column + 1 }),
    severity: DiagnosticSeverity.Error,
    source: "queue-lint",
    message: printable(error.message) + "\n" + printable(error.help),
  };
  return { path, diagnostic };
}
