import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { agentNames } from "../../src/cli/agent-files/agent-files.ts";
import { specKitExtension } from "../../src/cli/agent-files/agent-texts.ts";
import type { CanaryOutcome } from "../../src/cli/agent-files/fire-canaries.ts";
import { ferry } from "../guard/ferry.ts";
import { run } from "./run.ts";

const all = agentNames.join(",");

async function canaries(root: string): Promise<{ readonly code: number; readonly outcomes: readonly CanaryOutcome[] }> {
  const { code, out } = await run(["doctor", "--prove", "--json", "--root", root]);
  return { code, outcomes: (JSON.parse(out) as { canaries: CanaryOutcome[] }).canaries };
}

describe("init --agent", () => {
  it("shows the files, and writes nothing unless that is wanted", async () => {
    const repository = ferry();
    const { code, out, err } = await run(["init", "--agent", all, "--root", repository.root]);
    expect(code).toBe(0);
    for (const path of [
      ".claude/skills/queue-lint/SKILL.md",
      ".claude/settings.json",
      ".github/hooks/queue-lint.json",
      ".cursor/hooks.json",
      "AGENTS.md",
      ".specify/queue-lint/extension.yml",
    ])
      expect(out).toContain(`+++ b/${path}`);
    expect(err).toContain("Nothing was written");
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("writes once, and fires a canary in every file", async () => {
    const { root } = ferry();
    expect((await run(["init", "--agent", all, "--write", "--root", root])).code).toBe(0);
    const again = await run(["init", "--agent", all, "--write", "--root", root]);
    expect(again).toMatchObject({ code: 0, out: "" });
    expect(again.err).toContain("nothing was written");
    const { code, outcomes } = await canaries(root);
    expect(outcomes.map(({ path }) => path)).toContain(".claude/settings.json");
    expect(outcomes.filter(({ isAlive }) => !isAlive)).toEqual([]);
    expect(outcomes).toHaveLength(10);
    expect(code).toBe(0);
    // What agents are told to run is known to the audit.
    expect((await run(["--root", root])).code).toBe(0);
  });

  it("keeps what is in the files already", async () => {
    const repository = ferry();
    const own = { model: "x", hooks: { Stop: [{ hooks: [{ type: "command", command: "npm test" }] }] } };
    repository.write({ ".claude/settings.json": JSON.stringify(own, null, 4), "AGENTS.md": "# Rules\n\nBe kind.\n" });
    await run(["init", "--agent", "claude, agents-md", "--write", "--root", repository.root]);
    const read = (path: string): string => readFileSync(join(repository.root, path), "utf8");
    const settings = JSON.parse(read(".claude/settings.json")) as typeof own;
    expect(settings).toMatchObject({ model: "x" });
    expect(settings.hooks.Stop).toHaveLength(2);
    expect(settings.hooks.Stop[0]).toEqual(own.hooks.Stop[0]);
    expect(read(".claude/settings.json")).toContain('\n    "model"');
    expect(read("AGENTS.md")).toMatch(/^# Rules\n\nBe kind\.\n\n<!-- queue-lint: begin -->\n/);
    repository.write({ "AGENTS.md": read("AGENTS.md").replace("1. **Ask**", "1. **Perhaps ask**") });
    expect((await canaries(repository.root)).outcomes).toContainEqual(
      expect.objectContaining({ path: "AGENTS.md", isAlive: false }),
    );
    await run(["init", "--agent", "agents-md", "--write", "--root", repository.root]);
    expect(read("AGENTS.md").match(/queue-lint: begin/g)).toHaveLength(1);
    expect(read("AGENTS.md")).not.toContain("Perhaps");
  });

  it.each([
    [".claude/settings.json", "{ // a comment\n}", "not a JSON object"],
    [".claude/settings.json", '{ "hooks": [] }', "“hooks”"],
    ["AGENTS.md", "<!-- queue-lint: end -->\n", "marks"],
  ])("refuses %s with %j, and writes none of the files", async (path, text, reason) => {
    const repository = ferry();
    repository.write({ [path]: text });
    const { code, err } = await run([
      "init",
      "--agent",
      "cursor,claude,agents-md",
      "--write",
      "--root",
      repository.root,
    ]);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(repository.git("status", "--porcelain", "-uall")).toBe(`?? ${path}`);
  });

  it("refuses an agent that it does not know", async () => {
    const { code, err } = await run(["init", "--agent", "claud", "--root", ferry().root]);
    expect(code).toBe(2);
    expect(err).toContain("claude");
  });
});

describe("the extension for Spec Kit", () => {
  interface Manifest {
    readonly schema_version: string;
    readonly extension: Record<string, string>;
    readonly requires: { readonly speckit_version: string };
    readonly provides: {
      readonly commands: readonly { readonly name: string; readonly file: string; readonly description: string }[];
    };
    readonly hooks: Record<string, { readonly command: string }>;
  }
  const manifest = parse(specKitExtension["extension.yml"] ?? "") as Manifest;

  it("is what Spec Kit's reference of manifests asks for", () => {
    expect(manifest.schema_version).toBe("1.0");
    expect(manifest.extension["id"]).toMatch(/^[a-z0-9-]+$/);
    expect(manifest.extension["version"]).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.extension["description"]?.length).toBeLessThan(200);
    for (const key of ["name", "author", "repository", "license"])
      expect(manifest.extension[key]).toEqual(expect.any(String));
    expect(manifest.requires.speckit_version).toMatch(/^>=\d+\.\d+\.\d+$/);
    const names = manifest.provides.commands.map(({ name }) => name);
    for (const { name, file, description } of manifest.provides.commands) {
      expect(name).toMatch(/^speckit\.queue-lint\.[a-z0-9-]+$/);
      expect(specKitExtension[file]).toMatch(/^---\ndescription: "/);
      expect(description).not.toBe("");
    }
    expect(Object.keys(manifest.hooks)).toEqual(["before_specify", "after_implement"]);
    for (const { command } of Object.values(manifest.hooks)) expect(names).toContain(command);
  });
});
