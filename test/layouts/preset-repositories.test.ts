import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { presets } from "../../src/layouts/index.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";

const root = join(import.meta.dirname, "../../fixtures/layouts");
const own = rules.filter(({ id }) => /^(?:unit|index)\//.test(id));

/** `rule path:line` of an audit of the repository by the rules about units and indexes. */
function audit(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = Object.fromEntries(
    paths.map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
  const snapshot = memorySnapshot(files, { today: "2026-11-23" });
  const { run } = auditSnapshot({ snapshot, config: resolveConfig({}, { snapshot, rules: own }) });
  return run.findings.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}

const withRepositories = readdirSync(root);

describe.each(withRepositories)("the layout %s", (name) => {
  it("is a preset, and says nothing of a repository that is kept up", () => {
    expect(Object.keys(presets)).toContain(name);
    expect(audit(join(root, name, "clean"))).toEqual([]);
  });

  it("finds what has drifted", () => {
    const expected = readFileSync(join(root, name, "expected.txt"), "utf8")
      .trimEnd()
      .split("\n");
    expect(expected.length).toBeGreaterThan(2);
    expect(audit(join(root, name, "drifted"))).toEqual(expected);
  });
});
