import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { layers } from "../../scripts/layers.ts";
import { projectRoot } from "./source-file.ts";

const configPath = join(projectRoot, "tsconfig.pure.json");
const { config } = ts.readConfigFile(configPath, (path) => ts.sys.readFile(path)) as { config: { include: string[] } };
const parsed = ts.parseJsonConfigFileContent(config, ts.sys, projectRoot);

/** Compiles the pure layers and one made-up file beside them; the messages about that file. */
function faultsOf(text: string): string[] {
  const path = join(projectRoot, "src/core/made-up.ts");
  const host = ts.createCompilerHost(parsed.options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, options) =>
    name === path ? ts.createSourceFile(name, text, options) : getSourceFile(name, options);
  const program = ts.createProgram([...parsed.fileNames, path], parsed.options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map((item) => ts.flattenDiagnosticMessageText(item.messageText, "\n"));
}

describe("tsconfig.pure.json", () => {
  it("compiles the pure layers and nothing else", () => {
    const pure = layers
      .filter((layer) => layer.pure && layer.path !== "rules/index.ts")
      .map((layer) => layer.path.replace(/\/$/, ""));
    expect([...config.include].sort()).toEqual(pure.sort());
  });

  it("knows neither Node nor a browser", () => {
    expect(parsed.options).toMatchObject({ lib: ["lib.es2023.d.ts"], types: [] });
    const names = ["process", "Buffer", "console", "URL", "setTimeout", "document", "require"];
    const faults = faultsOf(`export const used = [${names.join(", ")}];`);
    expect(faults).toHaveLength(names.length);
    for (const name of names)
      expect(
        faults.some((fault) => fault.startsWith(`Cannot find name '${name}'`)),
        name,
      ).toBe(true);
  });
});
