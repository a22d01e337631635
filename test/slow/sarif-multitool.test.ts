import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lint } from "../../src/lint.ts";
import { reporters } from "../../src/reporters/index.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const tool = "@microsoft/sarif-multitool@5.7.0";
const drifted = join(import.meta.dirname, "../../fixtures/repos/drifted");

function multitool(cwd: string, ...args: string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync("npx", ["--yes", tool, ...args], {
    cwd,
    encoding: "utf8",
    timeout: 90_000,
  });
  return { status, output: stdout + stderr };
}

/** It has 100 MB and comes from the registry, so that it is no dependency. */
const { status, output } = multitool(tmpdir(), "version");
const missing =
  status === 0
    ? undefined
    : `Microsoft's validator cannot be fetched: ${output.split("\n").find((line) => line.includes("ERR")) ?? "npx failed"}`;
if (missing !== undefined) console.warn(missing);

interface Log {
  readonly runs: readonly {
    readonly results?: readonly { readonly ruleId: string; readonly level: string; readonly message: unknown }[];
  }[];
}

/** What it finds at the levels error and warning. It ends well in any case: the file counts. */
function faultsOf(text: string, kind: string): readonly string[] {
  const directory = temporaryDirectory({ "a.sarif": text });
  const file = join(directory, "faults.sarif");
  const said = multitool(directory, "validate", "a.sarif", "--rule-kind", kind, "--output", file).output;
  if (!existsSync(file)) throw new Error(`it wrote nothing: ${said}`);
  const { runs } = JSON.parse(readFileSync(file, "utf8")) as Log;
  return runs.flatMap(({ results = [] }) =>
    results
      .filter(({ level }) => level === "error" || level === "warning")
      .map((result) => `${result.ruleId} ${JSON.stringify(result.message)}`),
  );
}

it.skipIf(missing !== undefined)(
  "SARIF has no fault that Microsoft's validator knows, by its own rules and by those of GitHub (needs the npm registry)",
  async () => {
    const text =
      reporters["sarif"]?.render(await lint({ root: drifted, today: "2026-11-23" }), {
        color: false,
        links: false,
        quiet: false,
      }) ?? "";
    expect(faultsOf(text, "Sarif")).toEqual([]);
    expect(faultsOf(text, "Gh")).toEqual([]);
    expect(faultsOf(text.replaceAll(/"startLine": \d+/g, '"startLine": -7'), "Sarif")).not.toEqual([]);
  },
  240_000,
);
