import { entryKey } from "../core/entry-key.ts";
import type { Quoted } from "../core/claim.ts";
import type { Finding, Problem, Severity } from "../core/finding.ts";
import type { Evidence, MessageTemplate, RuleDefinition } from "../rule-api/index.ts";

/** Where the pages of the rules are published. */
export const documentationUrl = "https://github.com/queue-lint/queue-lint/blob/main/docs/rules";

/** Longer quotes are cut: a finding shows the claim, it does not reprint the document. */
const longestQuote = 160;
const longestIdentity = 80;

/** A report of a rule before its words are filled in. */
export interface RuleReport {
  readonly messageId: string;
  readonly claim: Quoted & { readonly identity?: string };
  readonly evidence: Evidence;
}

/**
 * Fills in the words of a report and checks it at the boundary, so that a slip in a rule is an internal failure that
 * names the rule and never a strange finding. Throws an `Error` for an unknown message and for a missing or
 * superfluous placeholder value.
 */
export function toProblem(rule: { readonly id: string; readonly definition: RuleDefinition }, { messageId, claim, evidence }: RuleReport): Problem {
  const template = Object.hasOwn(rule.definition.messages, messageId) ? rule.definition.messages[messageId] : undefined;
  if (template === undefined) throw new Error(`rule ${rule.id} reports “${messageId}”, which is none of its messages`);
  const { line, column } = (evidence.at ?? claim).location;
  if (line < 1 || column < 1) throw new Error(`rule ${rule.id} reports a place before the first line`);
  const data = evidence.data ?? {};
  refuseSuperfluous(rule.id, template, data);
  const said = evidence.at ?? claim;
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(rule.id, data, name));
  return {
    messageId,
    message: fill(template.message),
    location: said.location,
    claim: { text: shortened(said.quote ?? said.text), location: said.location },
    fact: { text: fill(template.fact), ...evidence.factAt },
    ...(template.help === undefined ? {} : { help: fill(template.help) }),
    ...(evidence.fix === undefined ? {} : { fix: evidence.fix }),
    identity: claim.identity ?? entryKey(claim.text).slice(0, longestIdentity),
  };
}

function valueOf(id: string, data: Readonly<Record<string, string | number>>, name: string): string {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) throw new Error(`rule ${id} gives no value for {${name}}`);
  return String(value);
}

function refuseSuperfluous(id: string, template: MessageTemplate, data: Readonly<Record<string, string | number>>): void {
  const words = `${template.message} ${template.fact} ${template.help ?? ""}`;
  const superfluous = Object.keys(data).find((name) => !words.includes(`{${name}}`));
  if (superfluous !== undefined) throw new Error(`rule ${id} gives a value for {${superfluous}}, which its message does not use`);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).trimEnd()}…`;
}

/** Decides how a problem is shown. The fingerprint holds no line, so that edits elsewhere leave it alone. */
export function toFinding(rule: { readonly id: string; readonly severity: Severity }, problem: Problem): Finding {
  const { path, line, column, endLine, endColumn } = problem.location;
  return {
    rule: rule.id,
    severity: rule.severity,
    message: problem.message,
    path, line, column, endLine, endColumn,
    claim: { text: problem.claim.text, path: problem.claim.location.path, line: problem.claim.location.line },
    fact: problem.fact,
    ...(problem.help === undefined ? {} : { help: problem.help }),
    url: `${documentationUrl}/${rule.id}.md`,
    ...(problem.fix === undefined ? {} : { fix: problem.fix }),
    fingerprint: `${rule.id}:${path}:${problem.identity}`,
    suppressed: false,
  };
}
