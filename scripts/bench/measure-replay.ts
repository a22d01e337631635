/** Measures a replay over 500 commits beside one audit and git log, in one run: npm run measure-replay. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "../run-script.ts";
import { generateRepository } from "./generate-repository.ts";
import { medianTimes, type TimedCommand } from "./median-time.ts";
import { git } from "./write-repository.ts";

const specs = 400;
const commits = 500;
/** Every so many commits a candidate becomes a spec, as where a spec takes ten commits; the others work on the tasks of one. */
const promotionEvery = Number(process.env["PROMOTION_EVERY"] ?? 10);
const runs = 5;

runScript(() => {
  const root = mkdtempSync(join(tmpdir(), "queue-lint-replay-"));
  try {
    git(root, "init", "--quiet", "--initial-branch=main");
    execFileSync("git", ["fast-import", "--quiet"], { cwd: root, input: history() });
    git(root, "reset", "--quiet", "--hard");
    const cli = join(import.meta.dirname, "../../dist/cli.cjs");
    const node = (name: string, ...args: string[]): TimedCommand => ({ name, program: process.execPath, args: [cli, ...args, "--root", root], cwd: root });
    const first = git(root, "rev-list", "--max-parents=0", "HEAD").trim();
    const times = medianTimes([node("audit"), { name: "git log", program: "git", args: ["log", "--name-only"], cwd: root }, node("replay", "replay", "--since", first, "--json")], runs);
    const floor = (times.get("audit") ?? Number.NaN) + (times.get("git log") ?? Number.NaN);
    console.log(`${specs} specs, ${commits} commits, median of ${runs} runs on Node ${process.version}`);
    for (const [name, time] of times) console.log(`${name.padEnd(8)} ${time.toFixed(0).padStart(6)} ms`);
    console.log(`replay takes ${((times.get("replay") ?? Number.NaN) / floor).toFixed(2)} times what one audit of the last commit and git log --name-only take`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return Promise.resolve();
});

/** A stream for git fast-import: the repository before the last promotions, and then one commit after the other. */
function history(): string {
  const files = generateRepository(specs);
  const promotions = Math.floor(commits / promotionEvery);
  const folders = [...new Set([...files.keys()].filter((path) => path.startsWith("specs/")).map((path) => path.split("/").slice(0, 2).join("/")))];
  const stream: string[] = [];
  let present = specs - promotions;
  const at = (path: string): string => documentAt(path, files.get(path) ?? "", present);
  const planning = [...files.keys()].filter((path) => path.startsWith("docs/"));
  const packageFiles = (folder: string): [string, string][] => [...files].filter(([path]) => path.startsWith(`${folder}/`));
  commit(stream, 0, [["README.md", files.get("README.md") ?? ""], ...planning.map((path): [string, string] => [path, at(path)]), ...folders.slice(0, present).flatMap(packageFiles)]);
  for (let index = 1; index <= commits; index += 1) {
    if (index % promotionEvery === 0) {
      const folder = folders[present] ?? "";
      present += 1;
      commit(stream, index, [...packageFiles(folder), ...planning.map((path): [string, string] => [path, at(path)])]);
    } else {
      const path = `${folders[(index * 7) % present] ?? ""}/tasks.md`;
      commit(stream, index, [[path, `${files.get(path) ?? ""}- [x] T${900 + index} one more thing\n`]]);
    }
  }
  return stream.join("");
}

/** A planning document without the specs that are yet to come. */
function documentAt(path: string, text: string, present: number): string {
  if (path.endsWith("roadmap.md")) return text;
  return text.split("\n").filter((line) => Number(/Spec (\d+)/.exec(line)?.[1] ?? 0) <= present).join("\n");
}

function commit(stream: string[], index: number, files: readonly (readonly [string, string])[]): void {
  const message = `Commit ${index}`;
  const seconds = 1_760_000_000 + index * 3600;
  stream.push(`commit refs/heads/main\ncommitter Ada <ada@example.org> ${seconds} +0000\ndata ${message.length}\n${message}\n`);
  for (const [path, text] of files) stream.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
}
