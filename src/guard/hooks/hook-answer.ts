import type { Moment } from "../verdict.ts";

/** What a hook is to make of a verdict. */
export interface HookDecision {
  readonly moment: Moment;
  /** As the agent calls it, when it does. */
  readonly event: string | undefined;
  readonly blocks: boolean;
  /** What the agent and its user are told; empty when there is nothing to say. */
  readonly text: string;
}

/** The JSON that an agent reads from standard output; undefined for nothing. */
export type HookProtocol = (decision: HookDecision) => object | undefined;

/** The events by which agents that follow Claude Code's protocol name a moment, when the input does not name one. */
const claudeEvents: Readonly<Record<Moment, string>> = {
  start: "PreToolUse",
  edit: "PreToolUse",
  stop: "Stop",
  prompt: "UserPromptSubmit",
};

const claude: HookProtocol = ({ moment, event = claudeEvents[moment], blocks, text }) => {
  if (text === "") return undefined;
  if (event === "PreToolUse" && blocks)
    return { hookSpecificOutput: { hookEventName: event, permissionDecision: "deny", permissionDecisionReason: text } };
  if (event === "UserPromptSubmit" || event === "SessionStart")
    return { hookSpecificOutput: { hookEventName: event, additionalContext: text } };
  return blocks ? { decision: "block", reason: text } : { systemMessage: text };
};

/** Its command line and its editor name events and fields in two ways, and each reads its own. */
const copilot: HookProtocol = (decision) => {
  const { moment, event, blocks, text } = decision;
  const editor = event !== undefined && /^[A-Z]/.test(event) ? claude(decision) : undefined;
  if (text === "") return undefined;
  if (moment === "stop") return blocks ? { decision: "block", reason: text } : (editor ?? { systemMessage: text });
  if (moment === "prompt" || !blocks) return editor ?? { additionalContext: text };
  return { permissionDecision: "deny", permissionDecisionReason: text, ...editor };
};

/** An answer of its hooks always says whether it goes on. */
const cursor: HookProtocol = ({ moment, blocks, text }) => {
  if (moment === "stop") return blocks ? { followup_message: text } : {};
  if (moment === "prompt") return { continue: true, ...(text === "" ? {} : { user_message: text }) };
  const said = text === "" ? {} : { user_message: text, agent_message: text };
  return { permission: blocks ? "deny" : "allow", ...said };
};

const gemini: HookProtocol = ({ moment, event, blocks, text }) => {
  if (text === "") return undefined;
  if (moment === "prompt")
    return { hookSpecificOutput: { hookEventName: event ?? "BeforeAgent", additionalContext: text } };
  return blocks ? { decision: "deny", reason: text } : { systemMessage: text };
};

/** How each agent wants to be answered, by the name that `--hook` takes. Codex follows Claude Code. */
export const hookProtocols = { claude, copilot, cursor, codex: claude, gemini } as const;
export type HookName = keyof typeof hookProtocols;
export const hookNames = Object.keys(hookProtocols) as HookName[];
