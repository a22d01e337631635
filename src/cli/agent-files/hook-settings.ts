import type { HookName } from "../../guard/hooks/hook-answer.ts";
import type { Moment } from "../../guard/verdict.ts";

function command(agent: HookName, moment: Moment): string {
  return `npx queue-lint guard --hook ${agent} --on ${moment}`;
}

const claudeHook = (...moments: readonly Moment[]): object[] =>
  moments.map((moment) => ({ type: "command", command: command("claude", moment) }));

/** Hooks for `.claude/settings.json`. */
export const claudeSettings = {
  hooks: {
    UserPromptSubmit: [{ hooks: claudeHook("prompt") }],
    PreToolUse: [{ matcher: "Edit|MultiEdit|Write", hooks: claudeHook("start", "edit") }],
    Stop: [{ hooks: claudeHook("stop") }],
  },
};

const copilotHook = (...moments: readonly Moment[]): object[] =>
  moments.map((moment) => ({
    type: "command",
    bash: command("copilot", moment),
    powershell: command("copilot", moment),
    timeoutSec: 30,
  }));

/** A file in `.github/hooks`. */
export const copilotHooks = {
  version: 1,
  hooks: {
    preToolUse: copilotHook("start", "edit"),
    agentStop: copilotHook("stop"),
  },
};

const cursorHook = (...moments: readonly Moment[]): object[] =>
  moments.map((moment) => ({ command: command("cursor", moment) }));

/** Hooks for `.cursor/hooks.json`. */
export const cursorHooks = {
  version: 1,
  hooks: {
    beforeSubmitPrompt: cursorHook("prompt"),
    preToolUse: cursorHook("start", "edit"),
    stop: cursorHook("stop"),
  },
};
