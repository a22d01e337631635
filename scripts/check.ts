import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { countTests, type Count, type TestReport } from "./count-tests.ts";

// Everything that must hold. A failed step does not hide the others. Steps of one list run one after the other, the two lists at the same time: each step needs one processor.
type Step = readonly [title: string, command: string];
const steps: readonly (readonly Step[])[] = [
  [["lint", "npm run --silent lint"]],
  [
    ["format", "npx prettier --check ."],
    ["types", "npm run --silent typecheck"],
    ["unused code", "npm run --silent unused"],
    ["generated files", "npm run --silent generate:check"],
    ["build", "npm run --silent build"],
    ["self-audit", "node dist/cli.cjs"],
  ],
];

const broken = (await Promise.all(steps.map(brokenOf))).flat();
const { passed, failed, skipped } = tests();
for (const { reason, tests: number } of skipped) console.log(`skipped: ${number} tests (${reason})`);
console.log("left to the weekly run: npm run test:slow (CONTRIBUTING.md lists what only it holds)");
if (broken.length > 0) console.log(`\nfailed steps: ${broken.join(", ")}`);
console.log(`\n${passed + steps.flat().length - broken.length} passed, ${failed + broken.length} failed`);
process.exitCode = failed + broken.length === 0 ? 0 : 1;

/** The titles of the steps that failed. */
async function brokenOf(list: readonly Step[]): Promise<string[]> {
  const found: string[] = [];
  for (const [title, command] of list) if (!(await succeeds(title, command))) found.push(title);
  return found;
}

/** Runs a command and shows its output once it ends; true when it succeeds. */
async function succeeds(title: string, command: string): Promise<boolean> {
  const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close") as Promise<[number | null]>;
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  console.log(`\n=== ${title}: ${command}\n${out}${err}`.trimEnd());
  return status === 0;
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
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
