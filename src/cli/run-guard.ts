import type { Command } from "commander";
import { UsageError } from "../core/errors.ts";
import { failsClosed } from "../guard/fail-closed.ts";
import { guard, type GuardAnswer, type GuardQuestion } from "../guard/guard.ts";
import { hookProtocols, type HookName } from "../guard/hooks/hook-answer.ts";
import { readHookInput, type HookInput } from "../guard/hooks/hook-input.ts";
import { momentOfEvent } from "../guard/hooks/moment-of-event.ts";
import { saidBefore } from "../guard/said-before.ts";
import { verdictText } from "../guard/verdict-text.ts";
import type { Moment } from "../guard/verdict.ts";
import type { LintOptions } from "../lint.ts";
import { printableJson } from "../reporters/printable.ts";
import type { CommandContext } from "./command-context.ts";
import type { GuardFlags } from "./guard-flags.ts";
import { describeFailure } from "./describe-failure.ts";
import { exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { lintOptions } from "./options.ts";

interface Invocation {
  readonly item: string | undefined;
  readonly flags: GuardFlags;
  readonly command: Command;
}

/** What `queue-lint guard` does. Rejects with a `UsageError` for bad input, unless a hook is answered: that is told in the hook's own way. */
export async function runGuard({ item, flags, command }: Invocation, context: CommandContext): Promise<void> {
  if (item?.trim() === "")
    throw new UsageError("The item is empty.", "Name an entry or a unit, or leave the argument out.");
  const options = lintOptions(command, context.io);
  if (flags.hook !== undefined) return answerHook({ ...flags, hook: flags.hook, item }, options, context);
  const { on = "start" } = flags;
  if (on === "edit")
    throw new UsageError(
      "Without a hook nobody says what the edit is.",
      "Give --hook with the name of the agent, and its input on standard input.",
    );
  const answer = await guard(
    { moment: on, named: item === undefined ? undefined : { text: item, from: "argument" } },
    options,
  );
  context.io.stdout.write(flags.json === true ? printableJson(answer.verdict) : `${verdictText(answer.verdict)}\n`);
  context.end(refuses(answer) ? exitCode.refused : exitCode.ok);
}

function refuses({ verdict, config }: GuardAnswer): boolean {
  return verdict.kind === "refused" || (verdict.kind === "unknown" && config.guard.unknown === "refuse");
}

export type HookFlags = GuardFlags & { readonly hook: HookName; readonly item: string | undefined };

/** Answers the hook of an agent. Never rejects: an agent takes a crash for leave. */
export async function answerHook(flags: HookFlags, options: LintOptions, { io, end }: CommandContext): Promise<void> {
  const input = readHookInput(await inputOf(io));
  const moment = flags.on ?? momentOfEvent(input?.event) ?? "start";
  const decided = input === undefined ? unreadable(moment) : await decide({ flags, moment, input }, options, io);
  if (decided.failure !== undefined) io.stderr.write(decided.failure);
  const answer = hookProtocols[flags.hook]({ moment, event: input?.event, ...decided });
  io.stdout.write(answer === undefined ? "" : `${JSON.stringify(answer)}\n`);
  end(decided.isBadInput === true ? exitCode.failure : exitCode.ok);
}

async function inputOf({ readInput }: Io): Promise<string> {
  return readInput === undefined ? "" : readInput();
}

interface Decided {
  readonly blocks: boolean;
  readonly text: string;
  /** Why nothing was looked at, for people. */
  readonly failure?: string;
  readonly isBadInput?: boolean;
}

/** An agent that is kept from ending by what it cannot change would never end: only what begins something is refused. */
function begins(moment: Moment): boolean {
  return moment === "start" || moment === "edit";
}

function unreadable(moment: Moment): Decided {
  const text = "queue-lint did not look: the input of the hook is not a JSON object.";
  return {
    blocks: begins(moment),
    isBadInput: begins(moment),
    text,
    failure: `${text}\n  The hook must hand on what the agent writes to its standard input.\n`,
  };
}

interface HookQuestion {
  readonly flags: HookFlags;
  readonly moment: Moment;
  readonly input: HookInput;
}

const silent: Decided = { blocks: false, text: "" };

async function decide({ flags, moment, input }: HookQuestion, given: LintOptions, io: Io): Promise<Decided> {
  const options = { ...given, cwd: input.cwd ?? given.cwd };
  if (isMere(moment, input)) return silent;
  const question: GuardQuestion = {
    moment,
    named: flags.item === undefined ? undefined : { text: flags.item, from: "argument" },
    prompt: input.prompt,
    edit: input.edit,
  };
  try {
    return decisionOf(await guard(question, options), input, io);
  } catch (error) {
    const failure = describeFailure(error, io.env);
    const closed = failsClosed({ cwd: options.cwd ?? io.cwd, root: options.root, config: options.config });
    return { blocks: closed && begins(moment), text: `queue-lint did not look: ${failure.trim()}`, failure };
  }
}

/** Looking at files starts no work, and an agent that was told once may end. */
function isMere(moment: Moment, { tool, edit, wasStopped }: HookInput): boolean {
  return moment === "start" ? tool !== undefined && edit === undefined : moment === "stop" && wasStopped === true;
}

/** What is allowed, or unknown and so allowed, is not worth a word. */
function decisionOf(answer: GuardAnswer, input: HookInput, io: Io): Decided {
  const { moment } = answer.verdict;
  if (!refuses(answer) || (moment === "stop" && wasSaid(answer, input, io))) return silent;
  return { blocks: moment !== "prompt", text: `queue-lint guard: ${verdictText(answer.verdict)}` };
}

function wasSaid({ root, verdict }: GuardAnswer, { wasStopped, session }: HookInput, { env }: Io): boolean {
  if (wasStopped !== undefined || session === undefined) return false;
  return saidBefore({ root, session, text: verdictText(verdict), environment: env });
}
