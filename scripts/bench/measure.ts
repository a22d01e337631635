import { join } from "node:path";
import type { TimedCommand } from "./median-time.ts";
import type { Peers } from "./peers.ts";
import type { TargetId } from "./targets.ts";

/** What a measurement needs to know. */
export interface Bench {
  /** How often each command runs. */
  readonly runs: number;
  /** The sizes of repositories that were asked for, in specs. */
  readonly sizes: readonly number[];
  /** Installs them when they are not there yet. */
  readonly peers: () => Peers;
}

/** What came out of one measurement: medians in milliseconds (memory in MB), and the figures that have a target. */
export interface Measurement {
  readonly medians: ReadonlyMap<string, number>;
  readonly figures: Readonly<Partial<Record<TargetId, number>>>;
}

/** Commands that are measured together, taking turns. */
export interface Measure {
  readonly name: string;
  /** Heading of its medians. */
  readonly title: string;
  readonly unit: "ms" | "MB";
  /** Those that its figures are held to. */
  readonly targets: readonly TargetId[];
  /** The sizes of repositories that it is about. Without one of them among those asked for it is left out. */
  readonly sizes: readonly number[];
  readonly run: (bench: Bench) => Measurement | Promise<Measurement>;
}

/** The built program. */
const cli = join(import.meta.dirname, "../../dist/cli.cjs");

/** The floor of everything that Node runs. */
export function nodeFloor(cwd: string): TimedCommand {
  return { name: "node -e 0", program: process.execPath, args: ["-e", "0"], cwd, status: 0 };
}

export function gitStatus(cwd: string, name = "git status"): TimedCommand {
  return { name, program: "git", args: ["status"], cwd, status: 0 };
}

/** The built program with these arguments, in a repository that it finds clean. */
export function queueLint(root: string, name: string, args: readonly string[]): TimedCommand {
  return { name, program: process.execPath, args: [cli, ...args], cwd: root, status: 0 };
}

/** One median over another; not a number when one is missing. */
export function ratio(medians: ReadonlyMap<string, number>, of: string, to: string): number {
  return (medians.get(of) ?? Number.NaN) / (medians.get(to) ?? Number.NaN);
}
