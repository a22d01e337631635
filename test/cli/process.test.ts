import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const projectRoot = join(import.meta.dirname, "../..");
describe("starting up", () => {
  it("loads no parser and no file search before a command needs them", () => {
    const packages = staticPackages([
      join(projectRoot, "src/cli/start.ts"),
      join(projectRoot, "src/rule-catalogue.ts"),
    ]);
    expect(packages).toContain("commander");
    expect(
      packages.filter((name) => /^(?:globby|yaml|jsonc-parser|mdast|micromark|github-slugger)/.test(name)),
    ).toEqual([]);
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
    if (ts.isImportDeclaration(statement))
      return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        ? []
        : [specifierText(statement.moduleSpecifier)];
    return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined && !statement.isTypeOnly
      ? [specifierText(statement.moduleSpecifier)]
      : [];
  });
}

function specifierText(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : "";
}
