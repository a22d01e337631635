import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { AuditModel } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { open, report, type OpenOptions, type Opened } from "../lint.ts";
import { pathFromRoot } from "../source/path-from-root.ts";
import { findItem, type Item, type NamedItem } from "./find-item.ts";
import { findingsOfEdit } from "./findings-of-edit.ts";
import { judgeStart, placeOf } from "./judge-start.ts";
import { findingsOfWork } from "./findings-of-work.ts";
import { namesFromTree } from "./name-item.ts";
import { openWithBase } from "./open-with-base.ts";
import { foresee, type ProposedEdit } from "./proposed-edit.ts";
import type { Moment, Verdict } from "./verdict.ts";

/** What the guard is asked. */
export interface GuardQuestion {
  readonly moment: Moment;
  /** What was named; without it the tree says what is worked on. */
  readonly named?: NamedItem | undefined;
  /** What a person wrote to the agent, in which titles are looked for. */
  readonly prompt?: string | undefined;
  readonly edit?: ProposedEdit | undefined;
}

export interface GuardAnswer {
  readonly verdict: Verdict;
  readonly config: ResolvedConfig;
  readonly root: string;
}

/** Answers for the repository of the options. Rejects with a `UsageError` when it cannot be read; writes nothing. */
export async function guard(question: GuardQuestion, options: OpenOptions): Promise<GuardAnswer> {
  const opened = await (question.moment === "stop" ? openWithBase(options) : open(options));
  const verdict = judge(question, opened, options);
  return { verdict, config: opened.config, root: opened.root };
}

/** The verdict about what has been opened. */
export function judge(question: GuardQuestion, opened: Opened, options: OpenOptions): Verdict {
  const { moment } = question;
  if (moment === "edit") return judgeEdit(question, opened, options);
  const item = itemOf(question, opened);
  if (moment === "stop") return judgeStop(item, opened);
  if (item === undefined)
    return verdictOf(moment, {
      kind: "unknown",
      reasons: [
        "Nothing names what is worked on: no argument, no .specify/feature.json, no branch with the name of an entry or a unit.",
      ],
    });
  return { moment, item: shown(item), findings: [], ...judgeStart(item, opened.model) };
}

function itemOf({ named, prompt, moment }: GuardQuestion, { model, snapshot }: Opened): Item | undefined {
  if (named !== undefined) return findItem(named, model);
  const inPrompt = prompt === undefined ? undefined : itemInPrompt(prompt, model);
  if (inPrompt !== undefined) return inPrompt;
  const names = namesFromTree(snapshot);
  const found = names.map((name) => findItem(name, model)).find(isSomething);
  const [first] = names;
  // A branch has a name whatever is worked on; a feature file, a person has set.
  return found ?? (first === undefined || moment === "stop" ? undefined : findItem(first, model));
}

function isSomething({ named, units }: Item): boolean {
  return named.length > 0 || units.length > 0;
}

/** The entry with the longest title that a prompt quotes word for word; titles of one word are too common to be meant. */
function itemInPrompt(prompt: string, model: AuditModel): Item | undefined {
  const titles = model.claims
    .of("candidate")
    .map(({ title }) => title)
    .filter((title) => title.includes(" ") && prompt.includes(title));
  const [longest] = titles.sort((one, other) => other.length - one.length);
  return longest === undefined ? undefined : findItem({ text: longest, from: "hook" }, model);
}

function judgeEdit({ edit }: GuardQuestion, opened: Opened, options: OpenOptions): Verdict {
  if (edit === undefined)
    return verdictOf("edit", {
      kind: "allowed",
      reasons: ["It is not an edit whose outcome can be foreseen; “guard --on stop” looks at what it did."],
    });
  const { snapshot, config, root } = opened;
  const cwd = options.cwd ?? process.cwd();
  const foreseen = foresee(edit, snapshot, (path) => insideRoot(path, { cwd, root }));
  if ("reason" in foreseen) return verdictOf("edit", { kind: "unknown", reasons: [foreseen.reason] });
  const errors = findingsOfEdit({ snapshot, config }, foreseen.texts).filter(({ severity }) => severity === "error");
  return errors.length === 0
    ? verdictOf("edit", { kind: "allowed" })
    : verdictOf("edit", {
        kind: "refused",
        reasons: [`The edit would break ${count(errors.length, "claim")}.`, ...errors.map(sentenceOf)],
        release: helpOf(errors),
        findings: errors,
      });
}

function insideRoot(path: string, place: { readonly cwd: string; readonly root: string }): string | undefined {
  try {
    const inside = pathFromRoot(path, place);
    return inside === false ? undefined : inside;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function judgeStop(item: Item | undefined, opened: Opened): Verdict {
  const left = findingsOfWork(report(opened), item, opened.model);
  const shownItem = item === undefined ? {} : { item: shown(item) };
  if (left.length > 0)
    return {
      ...shownItem,
      ...verdictOf("stop", {
        kind: "refused",
        reasons: [`This work leaves ${count(left.length, "finding")}.`, ...left.map(sentenceOf)],
        release: helpOf(left),
        findings: left,
      }),
    };
  const { base } = opened;
  return {
    ...shownItem,
    ...verdictOf(
      "stop",
      base.kind === "unknown"
        ? { kind: "unknown", reasons: [`Nothing is compared: ${base.reason}.`] }
        : { kind: "allowed" },
    ),
  };
}

function verdictOf(
  moment: Moment,
  { kind, reasons = [], release = [], findings = [] }: Pick<Verdict, "kind"> & Partial<Verdict>,
): Verdict {
  return { kind, moment, reasons, release, findings };
}

function sentenceOf({ rule, path, line, message }: Finding): string {
  return `${path}:${line} ${rule}: ${message}`;
}

function helpOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ help }) => (help === undefined ? [] : [help])))];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function shown({ text, from, named, led, units }: Item): Verdict["item"] {
  return { text, from, places: [...[...named, ...led].map(placeOf), ...units.map(({ path }) => path)] };
}
