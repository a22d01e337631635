import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests, type Count, type TestReport } from "./count-tests.ts";

// Everything that must hold, in the order in which a fault is cheapest to find. A failed step does not hide the others.
const steps: readonly (readonly [title: string, command: string])[] = [
  ["types", "npm run --silent typecheck"],
  ["lint", "npm run --silent lint"],
  ["unused code", "npm run --silent unused"],
  ["generated files", "npm run --silent generate:check"],
  ["build", "npm run --silent build"],
  ["self-audit", "node dist/cli.cjs"],
];

const counts = [...steps.map(([title, command]) => step(title, command)), tests()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const broken = steps.map(([title]) => title).filter((_, index) => counts[index]?.failed === 1);
if (broken.length > 0) console.log(`\nfailed steps: ${broken.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function step(title: string, command: string): Count {
  return run(title, command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a command with its output shown; true when it succeeds. */
function run(title: string, command: string): boolean {
  console.log(`\n=== ${title}: ${command}`);
  return spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function tests(): Count {
  const folder = mkdtempSync(join(tmpdir(), "queue-lint-check-"));
  const file = join(folder, "report.json");
  try {
    const succeeded = run("tests", `npx vitest run --reporter=default --reporter=json --outputFile.json="${file}"`);
    return countTests(JSON.parse(readFileSync(file, "utf8")) as TestReport, succeeded);
  } catch (error) {
    console.error(`the tests left no report: ${String(error)}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
