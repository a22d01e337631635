/** Builds `dist`, unless the sources are those that it was made of: `npm ci`, the checks and the test of the package all ask for it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isBuilt, recordBuild } from "./build-record.ts";

const root = join(import.meta.dirname, "..");

if (isBuilt(root)) console.log("dist is what the sources make");
else {
  const { status } = spawnSync("rolldown", ["-c"], { cwd: root, shell: true, stdio: "inherit" });
  if (status === 0) recordBuild(root);
  process.exitCode = status ?? 1;
}
