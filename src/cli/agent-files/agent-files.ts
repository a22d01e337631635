import { UsageError } from "../../core/errors.ts";
import { skill, snippet, snippetMarks, specKitExtension } from "./agent-texts.ts";
import { claudeSettings, copilotHooks, cursorHooks } from "./hook-settings.ts";
import { mergeJson } from "./merge-json.ts";

/** A file that tells an agent about queue-lint. */
export interface AgentFile {
  readonly path: string;
  /** What the file is to read; `before` is undefined when there is none. Throws a `UsageError` for a text that cannot be extended. */
  readonly text: (before: string | undefined) => string;
}

/** Where each agent looks, by the name that `--agent` takes. */
export const agentFiles = {
  claude: [own(".claude/skills/queue-lint/SKILL.md", skill), settings(".claude/settings.json", claudeSettings)],
  copilot: [own(".github/skills/queue-lint/SKILL.md", skill), settings(".github/hooks/queue-lint.json", copilotHooks)],
  cursor: [own(".cursor/skills/queue-lint/SKILL.md", skill), settings(".cursor/hooks.json", cursorHooks)],
  "agents-md": [{ path: "AGENTS.md", text: withSnippet }],
  "spec-kit": Object.entries(specKitExtension).map(([path, text]) => own(`.specify/queue-lint/${path}`, text)),
} satisfies Readonly<Record<string, readonly AgentFile[]>>;

export type AgentName = keyof typeof agentFiles;
export const agentNames = Object.keys(agentFiles) as AgentName[];

function own(path: string, text: string): AgentFile {
  return { path, text: () => text };
}

function settings(path: string, hooks: object): AgentFile {
  return { path, text: (before) => mergeJson(before, hooks, path) };
}

/** Puts the snippet in the place of the former one, or at the end. */
function withSnippet(before: string | undefined): string {
  if (before === undefined || before.trim() === "") return `# Instructions for agents\n\n${snippet}`;
  const [start, end] = [before.indexOf(snippetMarks.start), before.indexOf(snippetMarks.end)];
  if (start === -1 && end === -1) return `${before.trimEnd()}\n\n${snippet}`;
  if (start === -1 || end < start)
    throw new UsageError(
      "Of the marks around the part of queue-lint one is missing, or they are in the wrong order.",
      "Remove them, and the part, from the file.",
      "AGENTS.md",
    );
  return before.slice(0, start) + snippet.trimEnd() + before.slice(end + snippetMarks.end.length);
}
