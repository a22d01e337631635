import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { presets } from "../../src/layouts/index.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";

const root = join(import.meta.dirname, "../../fixtures/layouts");
const goldenName = "expected.txt";
const names = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

function filesOf(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((path) => join(directory, path))
    .filter((path) => statSync(path).isFile() && !path.endsWith(goldenName));
  return Object.fromEntries(
    paths.map((path) => [relative(directory, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

/** The findings of all rules about units and their lists, with the layouts that were found. */
function audit(files: Record<string, string>) {
  const snapshot = memorySnapshot(files, { today: "2026-11-23" });
  const own = rules.filter(({ id }) => /^(?:unit|index)\/|^scope\/input-readable$/.test(id));
  const { run, model } = auditSnapshot({ snapshot, config: resolveConfig({}, { snapshot, rules: own }) });
  return {
    layouts: model.facts.units.layouts.map(({ name }) => name),
    lines: run.findings.map(({ path, line, rule, message }) => `${path}:${line} ${rule}\n  ${message}`),
  };
}

describe.each(names)("a repository of %s", (name) => {
  it("is recognised", () => {
    expect(Object.keys(presets)).toContain(name);
    expect(audit(filesOf(join(root, name, "clean"))).layouts).toContain(name);
    expect(audit(filesOf(join(root, name, "drifted"))).layouts).toContain(name);
  });

  it("says nothing where nothing contradicts", () => {
    expect(audit(filesOf(join(root, name, "clean"))).lines).toEqual([]);
  });

  it("says each contradiction once", () => {
    const golden = join(root, name, "drifted", goldenName);
    const text = `${audit(filesOf(join(root, name, "drifted"))).lines.join("\n")}\n`;
    if (process.env["UPDATE_FIXTURES"] !== undefined) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
});
