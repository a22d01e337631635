import { posix } from "node:path";
import { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { importRestrictions } from "../../scripts/import-restrictions.ts";
import { layers, mayImport, type Layer } from "../../scripts/layers.ts";
import { projectRoot, readSourceFiles } from "./source-file.ts";

const files = readSourceFiles("src", "rules").map((file) => file.path);
const eslint = new ESLint({ cwd: projectRoot });
const pure = layers.filter((layer) => layer.pure);

/** A file of the layer that need not exist. */
function fileOf(layer: Layer): string {
  return layer.path.endsWith("/") ? `${layer.path}${layer.path === "rules/" ? "group/" : ""}made-up.ts` : layer.path;
}

function complaints(layer: Layer, code: string): string[] {
  const rules = { "no-restricted-imports": ["error", { patterns: importRestrictions(layer) }] } as Linter.RulesRecord;
  return new Linter().verify(code, { rules }).map((message) => message.ruleId ?? message.message);
}

describe("the import restrictions of ESLint", () => {
  it.each(layers)("say the same as the table for every file that $path could import", (layer) => {
    const from = fileOf(layer);
    const judged = files
      .filter((file) => file !== from)
      .map((target) => {
        const relative = posix.relative(posix.dirname(from), target);
        const specifier = relative.startsWith(".") ? relative : `./${relative}`;
        return { target, refused: complaints(layer, `import ${JSON.stringify(specifier)};`).length > 0 };
      });
    expect(judged.filter(({ target, refused }) => refused === mayImport(layer, target))).toEqual([]);
    expect(judged.some(({ refused }) => refused)).toBe(true);
  });

  it.each(layers)("open to $path only its packages", (layer) => {
    const own = layer.packages.map((name) => name.replace("*", "made-up"));
    expect(own.flatMap((name) => complaints(layer, `import ${JSON.stringify(name)};`))).toEqual([]);
    expect(complaints(layer, 'import "left-pad";')).toEqual(["no-restricted-imports"]);
    expect(complaints(layer, 'import "node:fs";')).toEqual(layer.node ? [] : ["no-restricted-imports"]);
  });

  it.each(layers)("are in force for $path", async (layer) => {
    const { rules } = (await eslint.calculateConfigForFile(fileOf(layer))) as { rules: Record<string, unknown[]> };
    expect(rules["no-restricted-imports"]?.[1]).toMatchObject({ patterns: importRestrictions(layer) });
  });
});

describe("purity", () => {
  it("holds for everything but input, output, the script of a page and the composition roots", () => {
    expect(layers.filter((layer) => !layer.pure).map((layer) => layer.path)).toEqual([
      "src/page/",
      "src/source/",
      "src/cache/",
      "src/online/",
      "src/github/",
      "src/open/",
      "src/lint.ts",
      "src/audit-commits.ts",
      "src/replay.ts",
      "src/watch.ts",
      "src/testing/",
      "src/api/",
      "src/index.ts",
      "src/cli/",
    ]);
  });

  it.each(pure)("keeps clock, randomness and console from $path", async (layer) => {
    const { rules } = (await eslint.calculateConfigForFile(fileOf(layer))) as { rules: Linter.RulesRecord };
    const kept = Object.fromEntries(
      Object.entries(rules).filter(([name]) => /^no-(?:console|restricted-(?:globals|properties))$/.test(name)),
    );
    const messages = new Linter().verify(
      "export const x = [Date.now(), Math.random()]; console.log(x); process.exit();",
      {
        rules: kept,
        languageOptions: { globals: { Date: "readonly", Math: "readonly", console: "readonly", process: "readonly" } },
      },
    );
    expect(messages.map((message) => message.ruleId)).toEqual([
      "no-restricted-globals",
      "no-restricted-properties",
      "no-restricted-globals",
      "no-console",
      "no-restricted-globals",
    ]);
  });
});
