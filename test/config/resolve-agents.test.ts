import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { usageErrorOf } from "./usage-error-of.ts";
import { queue, settings } from "./resolved-settings.ts";

describe("agents", () => {
  const files = {
    [queue]: "",
    "AGENTS.md": "a",
    "GEMINI.md": "g",
    ".github/skills/pick/SKILL.md": "s",
    ".github/prompts/x.md": "x",
    ".github/prompts/deep/y.md": "y",
    ".specify/memory/c.md": "c",
    ".cursor/rules/r.mdc": "r",
    "docs/agent.md": "d",
  };

  it("are the conventional files that exist", () => {
    expect(settings({}, files).agents).toEqual([
      "AGENTS.md",
      "GEMINI.md",
      ".cursor/rules/r.mdc",
      ".github/prompts/x.md",
      ".github/skills/pick/SKILL.md",
      ".specify/memory/c.md",
    ]);
  });

  it("are looked for without walking the repository", () => {
    const asked: string[] = [];
    const watched: Snapshot = {
      ...memorySnapshot(files),
      glob: (patterns) => {
        asked.push(...patterns);
        return [];
      },
    };
    resolveConfig({}, { snapshot: watched, rules: [] });
    expect(asked).toEqual([
      ".github/skills/**/*.md",
      ".github/prompts/*.md",
      ".specify/memory/*.md",
      ".cursor/rules/*.{md,mdc}",
    ]);
    const nothing: Snapshot = {
      ...memorySnapshot({ [queue]: "", ".github/workflows/ci.yml": "" }),
      glob: () => {
        throw new Error("asked");
      },
    };
    expect(resolveConfig({}, { snapshot: nothing, rules: [] }).settings.agents).toEqual([]);
  });

  it("are those of the configuration when it names some", () => {
    expect(settings({ agents: ["./docs/*.md", "GEMINI.md", "!docs/b.md"] }, files).agents).toEqual([
      "GEMINI.md",
      "docs/agent.md",
    ]);
    expect(settings({ agents: ["nothing/*.md"] }, files).agents).toEqual([]);
    expect(settings({ agents: [] }, files).agents).toEqual([]);
    expect(usageErrorOf(() => settings({ agents: ["AGENT.md"] }, files)).message).toBe(
      "“agents” names AGENT.md, which is not a file of the repository.",
    );
  });

  it("are read once when one is a copy of, or a link to, another", () => {
    expect(settings({}, { "AGENTS.md": "same", "CLAUDE.md": "same", "GEMINI.md": "other" }).agents).toEqual([
      "AGENTS.md",
      "GEMINI.md",
    ]);
  });
});

describe("words", () => {
  it("of the configuration stand beside the built-in ones", () => {
    const { sections, fields, shapes, priorities } = settings({
      sections: { active: ["Jetzt"] },
      entries: { fields: { reason: ["  Warum   manuell "] }, shapes: ["plain"] },
      priorities: { active: ["must", "should"], deferred: "ranks" },
    });
    expect(sections.active).toEqual(expect.arrayContaining(["Jetzt", "Active Candidate Queue"]));
    expect(fields.reason).toEqual(expect.arrayContaining(["warum manuell", "why manual promotion only"]));
    expect(shapes).toEqual(["plain"]);
    expect(priorities).toEqual({
      active: ["must", "should"],
      manual: "ranks",
      deferred: "ranks",
      promoted: "any",
      superseded: "any",
    });
  });

  it("of the configuration win over built-in ones of another role", () => {
    const { sections, fields } = settings({
      sections: { prose: ["later"], active: ["Active"] },
      entries: { fields: { reason: ["Decision"] } },
    });
    expect(sections.prose).toContain("later");
    expect(sections.deferred).not.toContain("Later");
    expect(sections.active.filter((alias) => alias === "Active")).toHaveLength(1);
    expect(fields.reason).toContain("decision");
    expect(fields.status).not.toContain("decision");
  });

  it("have defaults", () => {
    expect(settings()).toMatchObject({
      shapes: ["heading", "code", "bold", "link", "arrow", "task", "row"],
      priorities: { active: "levels", manual: "ranks", deferred: "any" },
    });
  });
});
