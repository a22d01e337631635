import type { ProposedEdit, Replacement } from "../proposed-edit.ts";

/** What the guard takes from the input of a hook, whichever agent wrote it. */
export interface HookInput {
  /** As the agent calls it: "PreToolUse", "beforeSubmitPrompt"; undefined when it does not say. */
  readonly event: string | undefined;
  /** Where the agent is, an absolute path. */
  readonly cwd: string | undefined;
  readonly session: string | undefined;
  readonly prompt: string | undefined;
  /** The tool that is about to be used; undefined for other events. */
  readonly tool: string | undefined;
  readonly edit: ProposedEdit | undefined;
  /** Whether this agent was kept from ending in this turn already; undefined when the agent does not tell. */
  readonly wasStopped: boolean | undefined;
}

/** Names of one field among the agents, in order. */
const names = {
  event: ["hook_event_name", "hookEventName", "hookName"],
  cwd: ["cwd"],
  session: ["session_id", "sessionId", "conversation_id"],
  prompt: ["prompt", "userPrompt", "initialPrompt"],
  tool: ["tool_name", "toolName"],
  toolInput: ["tool_input", "toolArgs", "toolInput"],
  path: ["file_path", "filePath", "path", "target_file"],
  text: ["content", "contents", "file_text", "fileText"],
  before: ["old_string", "oldString", "old_str"],
  after: ["new_string", "newString", "new_str"],
  patch: ["command", "input", "patch"],
} as const;

type Fields = Readonly<Record<string, unknown>>;

/** Undefined for what is not a JSON object. Every field of another type counts as absent. */
export function readHookInput(text: string): HookInput | undefined {
  const fields = parsed(text);
  if (fields === undefined) return undefined;
  const [root] = list(fields["workspace_roots"]).filter((one) => typeof one === "string");
  const input = toolInput(fields);
  return {
    event: textIn(fields, names.event),
    cwd: textIn(fields, names.cwd) ?? root,
    session: textIn(fields, names.session),
    prompt: textIn(fields, names.prompt),
    tool: textIn(fields, names.tool),
    edit: input === undefined ? undefined : editOf(input),
    wasStopped: wasStopped(fields),
  };
}

/** Copilot writes the arguments of a tool as JSON in a string. Codex writes the patch where other tools have a command. */
function toolInput(fields: Fields): Fields | undefined {
  const value = names.toolInput.map((name) => fields[name]).find((one) => one !== undefined);
  if (typeof value !== "string") return object(value);
  return parsed(value) ?? { patch: value };
}

function editOf(input: Fields): ProposedEdit | undefined {
  const path = textIn(input, names.path);
  if (path === undefined) {
    const patch = textIn(input, names.patch);
    return patch !== undefined && /^\*\*\* (?:Add|Update|Delete) File: /m.test(patch)
      ? { kind: "patch", patch }
      : undefined;
  }
  const text = textIn(input, names.text);
  if (text !== undefined) return { kind: "text", path, text };
  const replacements = [input, ...list(input["edits"])].flatMap(replacementOf);
  return replacements.length === 0 ? undefined : { kind: "replace", path, replacements };
}

function replacementOf(value: unknown): Replacement[] {
  const fields = object(value);
  const [before, after] = fields === undefined ? [] : [textIn(fields, names.before), textIn(fields, names.after)];
  if (before === undefined || after === undefined) return [];
  return [{ before, after, all: fields?.["replace_all"] === true || fields?.["replaceAll"] === true }];
}

function wasStopped(fields: Fields): boolean | undefined {
  const active = fields["stop_hook_active"] ?? fields["stopHookActive"];
  if (typeof active === "boolean") return active;
  const count = fields["loop_count"];
  return typeof count === "number" ? count > 0 : undefined;
}

function textIn(fields: Fields, keys: readonly string[]): string | undefined {
  return keys.map((key) => fields[key]).find((value): value is string => typeof value === "string");
}

function parsed(text: string): Fields | undefined {
  try {
    return object(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return undefined;
  }
}

function object(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
