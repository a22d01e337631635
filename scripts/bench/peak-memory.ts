import { spawnSync } from "node:child_process";
import { type TimedCommand, assertDone, timedEnvironment } from "./median-time.ts";

/** Ends what the process writes to standard error with the most memory that it held, in kB. */
const preload = `data:text/javascript,${encodeURIComponent('import { writeSync } from "node:fs"; process.on("exit", () => writeSync(2, "\\npeak " + process.resourceUsage().maxRSS + "\\n"));')}`;

/**
 * The most memory that a command of Node held at once, in MB of a million bytes. A shell comes between, because a process counts what its parent
 * held when it was forked, and this one is big.
 */
export function peakMemory(command: TimedCommand): number {
  const args = ["-c", '"$@"; exit $?', "sh", command.program, "--import", preload, ...command.args];
  const { status, error, stderr } = spawnSync("sh", args, {
    cwd: command.cwd,
    env: timedEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assertDone(command, { status, error, stderr });
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (peak === undefined) throw new Error(`${command.name} did not say how much memory it held`);
  return (Number(peak) * 1024) / 1e6;
}
