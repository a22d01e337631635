import { documentationUrl } from "../core/documentation-url.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Quotation } from "../core/claims/claim.ts";
import type { Finding, HabitWords, Problem, Severity } from "../core/finding.ts";
import type { Location, Place } from "../core/location.ts";
import type { Evidence, MessageTemplate, ReportedHabit, RuleDefinition } from "../rule-api/index.ts";

/** Longer quotes are cut: a finding shows the claim, it does not reprint the document. */
const longestQuote = 160;
const longestIdentity = 80;

/** A report of a rule before its words are filled in. */
export interface RuleReport {
  readonly messageId: string;
  readonly claim: Quotation & { readonly identity?: string };
  readonly evidence: Evidence;
}

/**
 * Fills in the words of a report and checks it at the boundary, so that a slip in a rule is an internal failure and
 * never a strange finding. Throws an `Error` for an unknown message, a missing or superfluous placeholder value, an
 * empty sentence and an impossible place; `runRules` puts the name of the rule before it.
 */
export function toProblem(
  { messages }: Pick<RuleDefinition, "messages">,
  { messageId, claim, evidence }: RuleReport,
): Problem {
  const { data = {}, at: said = claim } = evidence;
  const template = templateOf(messages, messageId, "it reports");
  refuseSuperfluous(template, data);
  refuseImpossible(said.location);
  refuseEmptyFix(evidence.fix);
  return {
    messageId,
    ...wordsOf(template, evidence),
    location: said.location,
    claim: { text: shortened(said.quote ?? said.text), location: said.location },
    ...(evidence.fix === undefined ? {} : { fix: evidence.fix }),
    identity: evidence.identity ?? claim.identity ?? cut(entryKey(claim.text), longestIdentity),
    ...(evidence.habit === undefined ? {} : { habit: habitOf(messages, evidence.habit, data) }),
  };
}

function templateOf(messages: RuleDefinition["messages"], id: string, what: string): MessageTemplate {
  const template = Object.hasOwn(messages, id) ? messages[id] : undefined;
  if (template === undefined) throw new Error(`${what} “${id}”, which is none of its messages`);
  return template;
}

function wordsOf(
  { isAdvisory, message, fact, help }: MessageTemplate,
  { data = {}, factAt }: Evidence,
): Pick<Problem, "isAdvisory" | "message" | "fact" | "help"> {
  return {
    ...(isAdvisory === true ? { isAdvisory } : {}),
    message: sentence(message, data),
    fact: { text: sentence(fact, data), ...placeOf(factAt) },
    ...(help === undefined ? {} : { help: sentence(help, data) }),
  };
}

/** Throws at once for words that could not be filled in: the findings may stay too few for them. */
function habitOf(
  messages: RuleDefinition["messages"],
  { field, settled, message: messageId }: ReportedHabit,
  data: Data,
): NonNullable<Problem["habit"]> {
  const template = templateOf(messages, messageId, "its habit says");
  const say = (count: number, first: string): HabitWords => {
    const values = { ...data, count, settled, first };
    return {
      messageId,
      message: sentence(template.message, values),
      fact: sentence(template.fact, values),
      ...(template.help === undefined ? {} : { help: sentence(template.help, values) }),
      ...(template.isAdvisory === true ? { isAdvisory: true } : {}),
    };
  };
  say(1, "");
  return { field, settled, say };
}

type Data = NonNullable<Evidence["data"]>;

/** Fills in a template in one pass: braces in a value are words of the document. */
function sentence(template: string, data: Data): string {
  const words = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`it gives no value for {${name}}`);
    return String(value);
  });
  if (words.trim() === "") throw new Error(`its sentence “${template}” is empty`);
  return words;
}

function refuseSuperfluous(template: MessageTemplate, data: Data): void {
  const words = `${template.message} ${template.fact} ${template.help ?? ""}`;
  const superfluous = Object.keys(data).find((name) => !words.includes(`{${name}}`));
  if (superfluous !== undefined)
    throw new Error(`it gives a value for {${superfluous}}, which its message does not use`);
}

function refuseImpossible({ path, line, column, endLine, endColumn }: Location): void {
  const place = `${path}:${line}:${column} to ${endLine}:${endColumn}`;
  if (path === "" || [line, column, endLine, endColumn].some((one) => !Number.isSafeInteger(one) || one < 1))
    throw new Error(`it reports a place outside any file (${place})`);
  if (endLine < line || (endLine === line && endColumn < column))
    throw new Error(`it reports a place that ends before it begins (${place})`);
}

function refuseEmptyFix(fix: Evidence["fix"]): void {
  if (fix === undefined) return;
  if (fix.edits.length === 0) throw new Error("it gives a fix without edits");
  if (!/^\p{Lu}.*\.$/u.test(fix.description))
    throw new Error(`it describes a fix as “${fix.description}”, which is not a sentence`);
}

/** Path and line alone, also when a rule hands over a whole location. */
function placeOf(place: Place | undefined): { path?: string; line?: number } {
  if (place === undefined) return {};
  return place.line === undefined ? { path: place.path } : { path: place.path, line: place.line };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longestQuote ? line : `${cut(line, longestQuote - 1).trimEnd()}…`;
}

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** Advice stays advice, however severe its rule is. */
export function severityOf(
  { severity }: { readonly severity: Severity },
  { isAdvisory }: Pick<Problem, "isAdvisory">,
): Severity {
  return isAdvisory === true ? "info" : severity;
}

/** Decides how a problem is shown. The fingerprint holds no line, so that edits elsewhere leave it alone. */
export function toFinding(
  rule: { readonly id: string; readonly severity: Severity; readonly definition?: Pick<RuleDefinition, "meta"> },
  problem: Problem,
): Finding {
  const { path, line, column, endLine, endColumn } = problem.location;
  return {
    rule: rule.id,
    severity: severityOf(rule, problem),
    message: problem.message,
    path,
    line,
    column,
    endLine,
    endColumn,
    claim: { text: problem.claim.text, path: problem.claim.location.path, line: problem.claim.location.line },
    fact: problem.fact,
    ...(problem.help === undefined ? {} : { help: problem.help }),
    url: rule.definition?.meta.url ?? `${documentationUrl}/${rule.id}.md`,
    ...(problem.fix === undefined ? {} : { fix: problem.fix }),
    fingerprint: `${rule.id}:${path}:${problem.identity}`,
    suppressed: false,
    ...(problem.habit === undefined ? {} : { habit: { field: problem.habit.field, settled: problem.habit.settled } }),
  };
}
