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

/** For each specifier, in order, whether a file of the layer that imports it is refused. */
function refusals(layer: Layer, specifiers: readonly string[]): boolean[] {
  const rules = { "no-restricted-imports": ["error", { patterns: importRestrictions(layer) }] } as Linter.RulesRecord;
  const code = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};`).join("\n");
  const messages = new Linter().verify(code, { rules });
  expect(messages.filter(({ ruleId }) => ruleId !== "no-restricted-imports")).toEqual([]);
  const lines = new Set(messages.map(({ line }) => line));
  return specifiers.map((_, index) => lines.has(index + 1));
}

describe("the import restrictions of ESLint", () => {
  it.each(layers)("say the same as the table for every file that $path could import", (layer) => {
    const from = fileOf(layer);
    const targets = files.filter((file) => file !== from);
    const refused = refusals(
      layer,
      targets.map((target) => {
        const relative = posix.relative(posix.dirname(from), target);
        return relative.startsWith(".") ? relative : `./${relative}`;
      }),
    );
    expect(targets.filter((target, index) => refused[index] === mayImport(layer, target))).toEqual([]);
    expect(refused).toContain(true);
  });

  it.each(layers)("open to $path only its packages", (layer) => {
    const own = layer.packages.map((name) => name.replace("*", "made-up"));
    expect(refusals(layer, [...own, "left-pad", "node:fs"])).toEqual([...own.map(() => false), true, !layer.node]);
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
      "src/guard/",
      "src/doctor/",
      "src/rule-pages.ts",
      "src/mcp/",
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
