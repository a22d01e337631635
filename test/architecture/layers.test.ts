import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layerOf, layers, packagePattern, within } from "../../scripts/layers.ts";
import { parseSourceFile, projectRoot, readSourceFiles, type SourceFile } from "./source-file.ts";
import {
  budgetViolations,
  deadImports,
  importCycles,
  layerViolations,
  namingViolations,
  packageName,
} from "./violations.ts";

const files = readSourceFiles("src", "rules");
const written = readSourceFiles("scripts", "test");

/** A made-up file with a made-up path. */
function made(path: string, ...lines: readonly string[]): SourceFile {
  return parseSourceFile(path, lines.join("\n"));
}

describe("the table of layers", () => {
  it("names every folder and file below src and rules", () => {
    const entries = [
      ...readdirSync(join(projectRoot, "src"), { withFileTypes: true }).map(
        (entry) => `src/${entry.name}${entry.isDirectory() ? "/" : ""}`,
      ),
      "rules/",
    ];
    expect(entries.filter((entry) => !layers.some((layer) => layer.path === entry))).toEqual([]);
  });

  it.each(layers.map((layer) => layer.path))("%s holds at least one file", (path) => {
    expect(files.filter((file) => layerOf(file.path)?.path === path)).not.toEqual([]);
  });

  it.each(layers)("$path opens only what exists", ({ imports }) => {
    expect(
      imports.filter((path) => !files.some((file) => within(file.path, path)) && !existsSync(join(projectRoot, path))),
    ).toEqual([]);
  });

  it.each(layers.filter((layer) => layer.packages.length > 0))(
    "$path uses each of its packages",
    ({ path, packages }) => {
      const used = files
        .filter((file) => within(file.path, path))
        .flatMap((file) => file.imports.map((item) => packageName(item.specifier)));
      expect(
        packages.filter((pattern) => !used.some((name) => new RegExp(`^${packagePattern(pattern)}$`).test(name))),
      ).toEqual([]);
    },
  );

  it("gives a file to the most exact layer", () => {
    expect(layerOf("rules/index.ts")?.path).toBe("rules/index.ts");
    expect(layerOf("rules/group/name.ts")?.path).toBe("rules/");
    expect(layerOf("src/nowhere/x.ts")).toBeUndefined();
  });
});

describe("imports", () => {
  it("obey the table of layers", () => {
    expect(layerViolations(files)).toEqual([]);
  });

  it.each([
    ["src/core/x.ts", 'import { rule } from "../rule-api/index.ts";'],
    ["src/core/x.ts", 'import { z } from "zod";'],
    ["src/facts/x.ts", 'export { y } from "../documents/y.ts";'],
    ["src/engine/x.ts", 'import type { LintOptions } from "../lint.ts";'],
    ["src/engine/x.ts", 'const rules = await import("../../rules/index.ts");'],
    ["src/reporters/x.ts", 'import { readFileSync } from "node:fs";'],
    ["src/config/x.ts", 'type Y = import("../engine/y.ts").Y;'],
    ["src/claims/x.ts", 'import x from "../../scripts/layers.ts";'],
    ["src/cli/x.ts", 'import { y } from "../source/work-tree.ts";'],
    ["src/nowhere/x.ts", ""],
    ["rules/group/x.ts", 'import other from "./other.ts";'],
    ["rules/group/x.ts", 'import other from "../second/other.ts";'],
    ["rules/group/x.ts", 'import { entryKey } from "../../src/core/entry-key.ts";'],
    ["rules/group/x.ts", 'import { selectNext } from "../../src/rule-api/queries/select-next.ts";'],
    ["rules/group/x.ts", 'import { z } from "zod";'],
  ])("would be refused: %s with %s", (path, line) => {
    expect(layerViolations([made(path, line)])).toHaveLength(1);
  });

  it.each([
    ["src/core/x.ts", 'import { y } from "./y.ts";'],
    ["src/documents/x.ts", 'import type { Root } from "mdast";'],
    ["src/source/x.ts", 'import { readFile } from "node:fs/promises";'],
    ["rules/group/x.ts", 'import { defineRule } from "../../src/rule-api/index.ts";'],
    ["rules/index.ts", 'import first from "./group/first.ts";'],
  ])("would be accepted: %s with %s", (path, line) => {
    expect(layerViolations([made(path, line)])).toEqual([]);
  });

  it("lead to files that exist", () => {
    expect(deadImports(files)).toEqual([]);
    expect(deadImports([made("src/core/x.ts", 'import "./gone.ts";')])).toEqual(["src/core/x.ts:1 imports ./gone.ts"]);
  });

  it("make no cycle", () => {
    expect(importCycles(files)).toEqual([]);
    const ring = [
      made("a.ts", 'import "./b.ts";'),
      made("b.ts", 'import type { C } from "./c.ts";'),
      made("c.ts", 'import "./b.ts";'),
    ];
    expect(importCycles(ring)).toEqual(["b.ts > c.ts > b.ts"]);
  });
});

describe("other programs", () => {
  const users = files.filter((file) =>
    file.imports.some(({ specifier }) => /^(?:node:)?child_process$/.test(specifier)),
  );

  it("are started by two files only", () => {
    expect(users.map((file) => file.path)).toEqual(["src/source/git/git-environment.ts", "src/source/git/run-git.ts"]);
  });

  it("are never started by a bare name, which Windows looks for in the audited tree", () => {
    expect(startedByName(files.map(({ path }) => [path, readFileSync(join(projectRoot, path), "utf8")]))).toEqual([]);
    expect(
      startedByName([
        ["a.ts", 'spawnSync("git", ["status"])'],
        ["b.ts", "execFile(\n  `git`, [])"],
        ["c.ts", 'child.spawn("node")'],
        ["d.ts", 'simpleGit({ binary: "git" })'],
        ["e.ts", "simpleGit({ baseDir: root })"],
        ["f.ts", "simpleGit({ baseDir: root, binary: program }); spawnSync(program, [])"],
      ]),
    ).toEqual(["a.ts", "b.ts", "c.ts", "d.ts", "e.ts"]);
  });
});

/** Paths of files that start a program by its name, or simple-git without saying which git. */
function startedByName(texts: readonly (readonly [path: string, text: string])[]): string[] {
  const byName =
    /\b(?:spawn|spawnSync|execSync|execFile|execFileSync)\(\s*["'`]|\bbinary:\s*["'`[]|\bsimpleGit\((?!\{[^}]*\bbinary:)/;
  return texts.filter(([, text]) => byName.test(text)).map(([path]) => path);
}

describe("files", () => {
  it("are named as what they export", () => {
    expect(namingViolations([...files, ...written.filter((file) => !file.path.endsWith(".test.ts"))])).toEqual([]);
  });

  it.each([
    ["src/core/spec_target.ts", "export const specTarget = 1;"],
    ["src/core/string-utils.ts", "export const stringUtils = 1;"],
    ["src/core/maturity.ts", "export function isImplemented() {}"],
  ])("would be refused: %s with %s", (path, line) => {
    expect(namingViolations([made(path, line)])).toHaveLength(1);
  });

  it("keep their budgets", () => {
    expect(budgetViolations([...files, ...written])).toEqual([]);
    const long = Array.from({ length: 121 }, () => "//");
    expect(
      budgetViolations([
        made("rules/group/x.ts", ...long),
        made("src/core/x.ts", ...long),
        made("src/core/y.ts", ...long, ...long, ...long),
      ]),
    ).toEqual(["rules/group/x.ts has 121 lines, 120 are allowed", "src/core/y.ts has 363 lines, 250 are allowed"]);
  });
});
