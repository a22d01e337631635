import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { program } from "./program.ts";

const projectRoot = join(import.meta.dirname, "../..");
const files = { "docs/product/spec-candidates.md": "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P1\n\n## Promoted\n\n- Halls -> Spec 002\n" };

function shell(command: string, cwd: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync("bash", ["-c", command.replaceAll("queue-lint", `"${process.execPath}" "${program()}"`)], { cwd, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  return { status, stderr };
}

describe("a reader that goes away", () => {
  it("changes nothing: quiet, with the status of the audit", () => {
    const { status, stderr } = shell("set -o pipefail; queue-lint | true; exit $?", temporaryDirectory(files));
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });
});

describe.runIf(existsSync("/dev/full"))("a full disk", () => {
  it("is a failure in words, not findings and not a stack trace", () => {
    const { status, stderr } = shell("queue-lint > /dev/full", temporaryDirectory(files));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^queue-lint: standard output cannot be written: .*ENOSPC/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe("starting up", () => {
  it("loads no parser and no file search before a command needs them", () => {
    const packages = staticPackages([join(projectRoot, "src/cli/bin.ts"), join(projectRoot, "src/rule-catalogue.ts")]);
    expect(packages).toContain("commander");
    expect(packages.filter((name) => /^(?:globby|yaml|jsonc-parser|mdast|micromark|github-slugger)/.test(name))).toEqual([]);
  });
});

/** Packages that files reach by imports which run when the files are loaded. */
function staticPackages(entries: readonly string[]): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !file.endsWith(".ts")) return;
    seen.add(file);
    for (const specifier of loadedBy(file)) {
      if (specifier.startsWith(".")) visit(join(dirname(file), specifier));
      else packages.add(specifier);
    }
  };
  entries.forEach(visit);
  expect([...seen].map((file) => relative(projectRoot, file))).toContain("src/cli/commands/audit.ts");
  return [...packages].sort();
}

function loadedBy(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023);
  return statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? [] : [specifierText(statement.moduleSpecifier)];
    return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined && !statement.isTypeOnly ? [specifierText(statement.moduleSpecifier)] : [];
  });
}

function specifierText(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : "";
}
