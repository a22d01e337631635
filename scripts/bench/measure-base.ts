/** Measures what --base and --staged cost beside a plain audit, in one run: npm run measure-base. */
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "../run-script.ts";
import { generateRepository } from "./generate-repository.ts";
import { medianTimes, type TimedCommand } from "./median-time.ts";
import { git, writeFiles } from "./write-repository.ts";

const specs = 400;
const changedFiles = 10;
const runs = 9;

runScript(() => {
  const root = mkdtempSync(join(tmpdir(), "queue-lint-base-"));
  try {
    prepare(root);
    const cli = join(import.meta.dirname, "../../dist/cli.cjs");
    const audit = (name: string, ...args: string[]): TimedCommand => ({ name, program: process.execPath, args: [cli, "--root", root, ...args], cwd: root });
    const times = medianTimes([audit("plain"), audit("--staged", "--staged"), audit("--base", "--base", "HEAD~1")], runs);
    const plain = times.get("plain") ?? Number.NaN;
    console.log(`${specs} specs, two trees that share all but ${changedFiles} files, median of ${runs} runs on Node ${process.version}`);
    for (const [name, time] of times) console.log(`${name.padEnd(10)} ${time.toFixed(0).padStart(6)} ms  ${(time / plain).toFixed(2)} times a plain audit`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return Promise.resolve();
});

/** Two commits: the generated repository, and one that changes the queue and the tasks of some specs. */
function prepare(root: string): void {
  const files = generateRepository(specs);
  writeFiles(root, files);
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message=base");
  const tasks = [...files.keys()].filter((path) => path.endsWith("/tasks.md")).slice(0, changedFiles - 1);
  for (const path of [...tasks, "docs/product/spec-candidates.md"]) appendFileSync(join(root, path), path.endsWith("tasks.md") ? "- [x] T999 one more thing\n" : "- `Paper tide tables`: they are on the screens.\n");
  git(root, "commit", "--quiet", "--all", "--message=change");
}
