import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type as system } from "node:os";
import { join } from "node:path";
import { peerVersions } from "./peers.ts";

/** What a page of figures says about where they come from: name and value. */
export function machine(today: Date): string[][] {
  const root = join(import.meta.dirname, "../..");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const git = (...args: readonly string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const processors = cpus();
  return [
    ["date", today.toISOString().slice(0, 10)],
    ["processor", `${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores`],
    ["memory", `${(totalmem() / 2 ** 30).toFixed(1)} GiB`],
    ["system", `${system()} ${release()}`],
    ["Node", process.version.slice(1)],
    ["git", git("--version").replace(/^git version /, "")],
    ["queue-lint", `${version}, commit ${git("rev-parse", "--short=10", "HEAD")}`],
    ...Object.entries(peerVersions),
  ];
}
