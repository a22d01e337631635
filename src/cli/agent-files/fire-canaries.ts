import type { Snapshot } from "../../core/snapshot.ts";
import { hookNames } from "../../guard/hooks/hook-answer.ts";
import { moments } from "../../guard/verdict.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { answerHook, type HookFlags } from "../run-guard.ts";
import { agentFiles, agentNames, type AgentFile } from "./agent-files.ts";

/** What became of the canary of a file. */
export interface CanaryOutcome {
  readonly path: string;
  readonly isAlive: boolean;
  readonly detail: string;
}

/**
 * Fires the canary of each file for agents that is there. A text must say what `init --agent` writes. Of hooks each command is run here, as this program and
 * never as the file has it, with an input that must be refused or told.
 */
export async function fireCanaries(snapshot: Snapshot): Promise<readonly CanaryOutcome[]> {
  const files = agentNames.flatMap((name): readonly AgentFile[] => agentFiles[name]);
  const outcomes = await Promise.all(files.map((file) => outcomeOf(file, snapshot)));
  return outcomes.flat();
}

async function outcomeOf(file: AgentFile, snapshot: Snapshot): Promise<CanaryOutcome[]> {
  const read = snapshot.read(file.path);
  if (!read.ok || !read.text.includes("queue-lint")) return [];
  const { path } = file;
  if (!isCurrent(file, read.text))
    return [{ path, isAlive: false, detail: "it does not say what “queue-lint init --agent” writes" }];
  const commands = [...new Set(read.text.match(/queue-lint guard --hook [a-z]+ --on [a-z]+/g))];
  const silent = [];
  for (const command of commands) if (!(await answers(command))) silent.push(command);
  if (silent.length > 0) return [{ path, isAlive: false, detail: `no answer from: ${silent.join("; ")}` }];
  return [
    { path, isAlive: true, detail: commands.length === 0 ? "says the three verbs" : `${commands.length} hooks answer` },
  ];
}

function isCurrent({ text }: AgentFile, before: string): boolean {
  try {
    return text(before) === before;
  } catch {
    return false;
  }
}

/** Whether the guard refuses what is no input where something begins, and says elsewhere that it did not look. */
async function answers(command: string): Promise<boolean> {
  const [, hook, moment] = /--hook ([a-z]+) --on ([a-z]+)$/.exec(command) ?? [];
  const [agent, on] = [hookNames.find((one) => one === hook), moments.find((one) => one === moment)];
  if (agent === undefined || on === undefined) return false;
  const { code, out } = await answerTo("canary", { hook: agent, on, item: undefined });
  if (on === "start" || on === "edit") return code === exitCode.failure && out.includes("deny");
  // Cursor has no words for an agent that may end.
  return code === exitCode.ok && (out.includes("did not look") || out === "{}\n");
}

async function answerTo(input: string, flags: HookFlags): Promise<{ readonly code: number; readonly out: string }> {
  const answer = { code: -1, out: "" };
  const io: Io = {
    cwd: "/",
    env: {},
    stdout: { write: (text) => void (answer.out += text), isTTY: false },
    stderr: { write: () => undefined, isTTY: false },
    readInput: () => Promise.resolve(input),
    confirm: undefined,
  };
  await answerHook(flags, {}, { io, end: (code) => void (answer.code = code) });
  return answer;
}
