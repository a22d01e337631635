import type { AgentMentionClaim, ScriptCall } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import { entryKey } from "../../core/entry-key.ts";
import { commandNames, type Settings } from "../../core/settings.ts";
import type { Unknown } from "../../core/unknown.ts";
import { onlyNearest } from "./only-nearest.ts";
import { placesOf } from "./places-of.ts";

/** How something that an instruction file names compares with the repository. */
export type MentionState = { readonly kind: "held" | "missing" } | Unknown;

const held: MentionState = { kind: "held" };
const missing: MentionState = { kind: "missing" };
/** Instruction files that are copied from project to project: their paths are examples, unless the history knows them. */
const shared = /(?:^|\/)(?:skills?|prompts?|templates?|commands|memory|rules)\//;

/** What a mention is compared with. */
interface Repository {
  readonly facts: Facts;
  readonly settings: Settings;
  /** The headings of the queue. */
  readonly headings: readonly string[];
}

/** Whether what an instruction file names is there. */
export function mentionState(mention: AgentMentionClaim, { facts, settings, headings }: Repository): MentionState {
  const { subject, value, script, location } = mention;
  if (script !== undefined) return scriptState(script, location, facts);
  if (subject === "file") return documentState(mention, { facts, settings });
  if (subject === "pointer") return pointerState(mention, facts);
  if (subject === "section") return headings.length === 0 || isHeading(value, headings) ? held : missing;
  const subcommand = subject === "command" ? subcommandIn(value) : undefined;
  return subcommand === undefined || commandNames.some((name) => name === subcommand) ? held : missing;
}

/** The command of queue-lint that a command line asks for. */
export function subcommandIn(line: string): string | undefined {
  return /queue-lint(?:@\S+)?\s+([a-z][\w-]*)/.exec(line)?.[1];
}

function isHeading(value: string, headings: readonly string[]): boolean {
  const key = entryKey(value.replace(/^#+\s*/, ""));
  return headings.some((heading) => entryKey(heading) === key || entryKey(heading).startsWith(`${key} `));
}

/** A planning document, by its path, by a part of its path, or by its bare name, wherever it is. */
function documentState(
  { value, location }: AgentMentionClaim,
  { facts, settings }: { readonly facts: Facts; readonly settings: Settings },
): MentionState {
  const answers = [location.path, settings.queue?.path ?? ""].map((from) => facts.paths.resolve(value, from));
  if (answers.some((answer) => answer.exists === true)) return held;
  const unknown = answers.find((answer) => answer.exists === "unknown");
  if (unknown?.exists === "unknown") return { kind: "unknown", reason: unknown.reason };
  const segments = value.split("/").filter((segment) => !["", ".", ".."].includes(segment));
  const tail = `/${segments.join("/")}`;
  return facts.paths.named(segments.at(-1) ?? "").some((path) => `/${path}`.endsWith(tail)) ? held : missing;
}

/** A spec or plan that an instruction file points at. Whoever points at what never was gives an example. */
function pointerState({ value, location }: AgentMentionClaim, facts: Facts): MentionState {
  const answer = facts.paths.resolve(value, location.path);
  if (answer.exists === "unknown") return { kind: "unknown", reason: answer.reason };
  if (answer.exists || answer.actual !== undefined || !facts.paths.plausible(value, location.path)) return held;
  if (!shared.test(location.path)) return missing;
  const former = placesOf(value, location.path).map((path) => facts.existed(path));
  if (former.some((one) => one.kind === "known" && one.value)) return missing;
  return former.find((one) => one.kind === "unknown") ?? held;
}

/** A script, of the package at the root or of any other one. */
function scriptState(script: ScriptCall, location: AgentMentionClaim["location"], facts: Facts): MentionState {
  const { name, tool, directory } = script;
  if (directory !== undefined && facts.paths.resolve(directory, location.path).exists !== true) return held;
  if (facts.scripts?.has(name) === true || facts.packages.scripts.has(name)) return held;
  const { gap, scripts } = facts.packages;
  if (gap !== undefined) return { kind: "unknown", reason: gap };
  // These two also run the programs of installed packages, which nobody lists.
  const runsPrograms = tool === "yarn" || tool === "bun";
  return runsPrograms && onlyNearest(name, scripts) === undefined
    ? { kind: "unknown", reason: `“${name}” may be a program of an installed package` }
    : missing;
}
