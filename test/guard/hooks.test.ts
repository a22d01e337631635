import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hookNames, type HookName } from "../../src/guard/hooks/hook-answer.ts";
import { run, type Ran } from "../cli/run.ts";
import { ferry, promotedLine, queue, queueText, wrongLine } from "./ferry.ts";

interface Filled {
  readonly root: string;
  readonly path?: string;
  readonly before?: string;
  readonly after?: string;
  readonly prompt?: string;
}

/** The recorded input of an agent, with the values of a test in its places. Copilot has JSON in a string. */
function recorded(
  agent: HookName,
  name: string,
  { root, path = queue, before = promotedLine, after = wrongLine, prompt = "Go on." }: Filled,
): string {
  const text = readFileSync(join(import.meta.dirname, "../../fixtures/hooks", agent, `${name}.json`), "utf8");
  const whole = text.includes('"content"') ? queueText.replace(before, after) : after;
  const values: Record<string, string> = { root, path, before, after: whole, prompt };
  return text.replaceAll(/\{(root|path|before|after|prompt)\}/g, (_, key: string) => {
    const value = JSON.stringify(values[key]).slice(1, -1);
    return text.includes('"toolArgs"') && key !== "root" ? JSON.stringify(value).slice(1, -1) : value;
  });
}

async function hook(
  agent: HookName,
  moment: string,
  { input, env = {} }: { readonly input: string; readonly env?: Record<string, string> },
): Promise<Ran & { readonly answer: unknown }> {
  const ran = await run(["guard", "--hook", agent, "--on", moment], {
    cwd: "/",
    env,
    readInput: () => Promise.resolve(input),
  });
  return { ...ran, answer: ran.out === "" ? undefined : JSON.parse(ran.out) };
}

const reason = expect.stringContaining("promotion/slug-matches") as string;
const deny: Record<HookName, unknown> = {
  claude: {
    hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: reason },
  },
  codex: {
    hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: reason },
  },
  copilot: { permissionDecision: "deny", permissionDecisionReason: reason },
  cursor: { permission: "deny", user_message: reason, agent_message: reason },
  gemini: { decision: "deny", reason },
};
const keepOn: Record<HookName, unknown> = {
  claude: { decision: "block", reason },
  codex: { decision: "block", reason },
  copilot: { decision: "block", reason },
  cursor: { followup_message: reason },
  gemini: { decision: "deny", reason },
};
const nothing: Record<string, Partial<Record<HookName, unknown>>> = {
  edit: { cursor: { permission: "allow" } },
  start: { cursor: { permission: "allow" } },
  stop: { cursor: {} },
};

describe.each(hookNames)("the hook of %s", (agent) => {
  it("refuses an edit that breaks a claim, and no other", async () => {
    const { root } = ferry();
    expect(await hook(agent, "edit", { input: recorded(agent, "edit", { root }) })).toMatchObject({
      code: 0,
      answer: deny[agent],
    });
    const harmless = recorded(agent, "edit", { root, after: `${promotedLine} ` });
    expect((await hook(agent, "edit", { input: harmless })).answer).toEqual(nothing["edit"]?.[agent]);
    const read = await hook(agent, "edit", { input: recorded(agent, "read", { root }) });
    expect(read).toMatchObject({ code: 0, err: "", answer: nothing["edit"]?.[agent] });
  });

  it("refuses to begin what nobody released, and lets it be read", async () => {
    const repository = ferry();
    repository.git("switch", "-q", "-c", "price-rules");
    const { out } = await hook(agent, "start", { input: recorded(agent, "edit", { root: repository.root }) });
    expect(out).toMatch(/deny/);
    expect(out).toContain("only a person may pick it");
    const read = await hook(agent, "start", { input: recorded(agent, "read", { root: repository.root }) });
    expect(read.answer).toEqual(nothing["start"]?.[agent]);
  });

  it("keeps the agent on once, then lets it go", async () => {
    const repository = ferry();
    repository.write({ [queue]: queueText.replace(promotedLine, wrongLine) });
    const { root } = repository;
    const env = { XDG_CACHE_HOME: join(root, ".git/cache") };
    const stop = recorded(agent, "stop", { root });
    expect(await hook(agent, "stop", { input: stop, env })).toMatchObject({ code: 0, answer: keepOn[agent] });
    const again = agent === "copilot" ? stop : recorded(agent, "stop-again", { root });
    expect(await hook(agent, "stop", { input: again, env })).toMatchObject({
      code: 0,
      err: "",
      answer: nothing["stop"]?.[agent],
    });
  });

  it("tells of a prompt what may not be begun, and never refuses it", async () => {
    const { root } = ferry();
    const { code, out } = await hook(agent, "prompt", {
      input: recorded(agent, "prompt", { root, prompt: "Please build Price rules today." }),
    });
    expect(code).toBe(0);
    expect(out).toContain("only a person may pick it");
    expect(out).not.toMatch(/deny|"block"/);
  });

  it("does not block for a wrong configuration, and says that it did not look", async () => {
    const repository = ferry();
    repository.write({ "queue-lint.config.json": '{ "nonsense": 1 }' });
    const { root } = repository;
    const open = await hook(agent, "edit", { input: recorded(agent, "edit", { root }) });
    expect(open.code).toBe(0);
    expect(open.out).toContain("did not look");
    expect(open.out).not.toMatch(/deny/);
    repository.write({ "queue-lint.config.json": '{ "nonsense": 1, "guard": { "failClosed": true } }' });
    expect((await hook(agent, "edit", { input: recorded(agent, "edit", { root }) })).out).toMatch(/deny/);
    rmSync(root, { recursive: true });
    expect((await hook(agent, "edit", { input: recorded(agent, "edit", { root }) })).out).toContain("did not look");
  });

  it.each(["", "not JSON", "[1]", '"text"', '{"half": '])(
    "refuses an edit when its input is %j, and lets the agent end",
    async (input) => {
      const edit = await hook(agent, "edit", { input: input });
      expect(edit.code).toBe(2);
      expect(edit.err).toContain("not a JSON object");
      expect(edit.out).toMatch(/deny/);
      expect(await hook(agent, "stop", { input: input })).toMatchObject({ code: 0 });
    },
  );
});

describe("what an edit is", () => {
  it("takes Claude Code's Write as the whole text, also of a new file", async () => {
    const { root } = ferry();
    expect(await hook("claude", "edit", { input: recorded("claude", "write", { root }) })).toMatchObject({
      answer: deny.claude,
    });
    const elsewhere = recorded("claude", "write", { root, path: "notes/new.md" });
    expect((await hook("claude", "edit", { input: elsewhere })).answer).toBeUndefined();
  });

  it("knows a patch that adds, moves and deletes", async () => {
    const { root } = ferry();
    const patch = (lines: string[]): string =>
      JSON.stringify({
        cwd: root,
        hook_event_name: "PreToolUse",
        tool_name: "apply_patch",
        tool_input: { command: ["*** Begin Patch", ...lines, "*** End Patch"].join("\n") },
      });
    const del = await hook("codex", "edit", {
      input: patch(["*** Delete File: specs/001-tickets/spec.md", "*** Delete File: specs/001-tickets/tasks.md"]),
    });
    expect(del.out).toMatch(/deny/);
    expect(
      (await hook("codex", "edit", { input: patch(["*** Add File: docs/new.md", "+# New"]) })).answer,
    ).toBeUndefined();
    const wrong = patch([`*** Update File: ${queue}`, "@@", "-not there", "+x"]);
    expect((await hook("codex", "edit", { input: wrong })).answer).toBeUndefined();
  });

  it("does not judge what is outside of the repository", async () => {
    const { root } = ferry();
    const input = JSON.stringify({
      cwd: root,
      hook_event_name: "PreToolUse",
      tool_name: "Write",
      tool_input: { file_path: "/elsewhere/queue.md", content: "x" },
    });
    expect(await hook("claude", "edit", { input: input })).toMatchObject({ code: 0, out: "" });
  });

  it("answers Copilot in an editor by both names of its fields", async () => {
    const { root } = ferry();
    const { answer } = await hook("copilot", "edit", { input: recorded("claude", "edit", { root }) });
    expect(answer).toMatchObject({ permissionDecision: "deny", hookSpecificOutput: { permissionDecision: "deny" } });
  });
});
