import { describe, expect, it } from "vitest";
import { lintSnapshot, type LintSnapshotOptions, type RepositoryFiles } from "../../src/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { refusalOf } from "./refusal-of.ts";

const queue = "docs/product/spec-candidates.md";
const files: RepositoryFiles = {
  [queue]: "# Queue\n\n## Active\n\n- `Tide tables`: on paper.\n\n## Promoted to spec\n\n- Harbour map -> Spec 007\n",
  "specs/001-harbour-map/spec.md": "# Harbour map\n\nSailors find their berth on a map of the harbour.\n",
};
const today = "2026-11-30";
/** Ids of the rules that report something, each once. */
const broken = (repository: RepositoryFiles, options: LintSnapshotOptions = {}): string[] => [
  ...new Set(lintSnapshot(repository, { today, ...options }).findings.map(({ rule }) => rule)),
];

describe("lintSnapshot", () => {
  it("audits files in memory, and gives the same for the same arguments", () => {
    const report = lintSnapshot(files, { today });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "promotion/spec-exists", path: queue, line: 9 }),
    );
    expect(report).toMatchObject({ entries: { active: 1, promoted: 1 }, specs: 1 });
    expect(lintSnapshot(files, { today })).toEqual(report);
  });

  it("gives the same for a snapshot of these files", () => {
    expect(lintSnapshot(memorySnapshot(files, { today }))).toEqual(lintSnapshot(files, { today }));
  });

  it("says what only a history could tell", () => {
    expect(lintSnapshot(files, { today }).notChecked.map(({ rule }) => rule)).toContain("history/entry-vanished");
  });

  it("goes by the day that it is given", () => {
    const text = files[queue]?.replace("# Queue", "# Queue\n\n**Last reviewed:** 2026-11-20") ?? "";
    expect(broken({ ...files, [queue]: text })).not.toContain("review/date-valid");
    expect(broken({ ...files, [queue]: text }, { today: "2026-11-01" })).toContain("review/date-valid");
  });

  it("takes the configuration of the repository, or the one that it is given instead", () => {
    const moved = { ...files, "planning/work.md": files[queue] ?? "", [queue]: "# Nothing here\n" };
    const configured = { ...moved, "queue-lint.config.json": '{ "queue": "planning/work.md" }' };
    expect(broken(configured)).toContain("promotion/spec-exists");
    expect(broken(moved)).not.toContain("promotion/spec-exists");
    expect(broken(moved, { config: { queue: "planning/work.md" } })).toContain("promotion/spec-exists");
    expect(broken(configured, { config: {} })).not.toContain("promotion/spec-exists");
  });

  it("lets severities win over it", () => {
    expect(broken(files, { rules: { "promotion/spec-exists": "off" } })).not.toContain("promotion/spec-exists");
  });

  it.each([
    ["in a file", { ...files, "queue-lint.config.json": '{ "plugins": ["./house.mjs"] }' }, {}],
    ["in the options", files, { config: { plugins: ["./house.mjs"] } }],
  ])("runs no plugin that is named %s, and says so", (_where, repository, options) => {
    expect(lintSnapshot(repository, { today, ...options }).notChecked).toContainEqual({
      rule: "./house.mjs",
      reason: "an audit in memory loads no plugin",
    });
  });

  it("knows directories without files", () => {
    const anchored = {
      ...files,
      [queue]: "# Queue\n\n## Active\n\n### Tide tables\n\n- **Priority**: P1\n- **Anchors**: `src/tides/`\n",
    };
    expect(broken(anchored)).toContain("reference/anchor-exists");
    expect(broken({ ...anchored, "src/tides/": "" })).not.toContain("reference/anchor-exists");
  });
});

describe("lintSnapshot refuses", () => {
  const call = lintSnapshot as (repository: unknown, options?: unknown) => unknown;
  it.each<[string, unknown, string]>([
    ["a path instead of a repository", "docs", "The repository must be an object, not “docs”."],
    ["a map", new Map(), "The repository must be an object, not a Map."],
    ["a text that is bytes", { "a.md": new Uint8Array() }, "“a.md”: its text must be a string, not a Uint8Array."],
    ["a text that is missing", { "a.md": undefined }, "“a.md”: its text must be a string, not nothing."],
    ["an absolute path", { "/docs/a.md": "" }, "“/docs/a.md”: it is absolute"],
    ["a path that leaves", { "docs/../../a.md": "" }, "it leaves the repository by “..”"],
    ["a path of Windows", { "docs\\a.md": "" }, "it holds a backslash"],
    ["another spelling", { "./docs//a.md": "" }, "“./docs//a.md”: write it as “docs/a.md”."],
    ["a directory with a text", { "docs/": "x" }, "is an empty directory and has no text"],
    ["a file in a file", { docs: "", "docs/a.md": "" }, "“docs/a.md”: “docs” is a file already"],
    ["half a snapshot", { ...memorySnapshot({}), today: 5 }, "The snapshot has no “today” that is a text."],
    ["a snapshot without a history", { ...memorySnapshot({}), history: undefined }, "has no “history”"],
  ])("%s", async (_what, repository, message) => {
    const refusal = await refusalOf(() => call(repository));
    expect(refusal.message).toContain(message);
    expect(refusal.place).toBe("lintSnapshot(repository, options)");
  });

  it.each<[string, unknown, string]>([
    ["an unknown option", { root: "." }, "unknown key “root”"],
    ["an unknown key of the configuration", { config: { que: "a.md" } }, "unknown key “que”; did you mean “queue”?"],
    ["a configuration that is a path", { config: "a.json" }, "The configuration must be an object, not “a.json”."],
    ["an unknown rule", { rules: { "promotion/onec": "off" } }, "did you mean “promotion/once”?"],
  ])("%s", async (_what, options, message) => {
    expect((await refusalOf(() => call({}, options))).message).toContain(message);
  });

  it("a date for a snapshot, which has one", async () => {
    const { message } = await refusalOf(() => call(memorySnapshot({}), { today }));
    expect(message).toBe("A snapshot has a date of its own.");
  });

  it("a configuration file with a fault, by its place", async () => {
    const refusal = await refusalOf(() => call({ "queue-lint.config.json": '{\n  "que": 1\n}' }));
    expect(refusal.place).toBe("queue-lint.config.json:2:3");
  });
});
