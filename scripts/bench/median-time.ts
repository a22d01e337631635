import { spawnSync } from "node:child_process";

/** A command of the comparison: a program, its arguments and where it runs. */
export interface TimedCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The one exit status that it may have; without it 0 or 1, since a linter that finds something has done its work. */
  readonly status?: number;
}

/** An option that the program of this build does not have (yet): there is nothing to measure. */
export class UnknownOption extends Error {}

/** A command that takes longer than this in its first turn, in milliseconds, has only so many turns that count. */
const slow = { from: 5000, turns: 3 };

/**
 * The median time of each command over several runs, in milliseconds. The commands take turns, so that whatever else the machine
 * does falls on all of them alike. What they print is dropped.
 * @throws {UnknownOption}
 * @throws {Error} when a command ends in another way than it should: that would be no time of its work
 */
export function medianTimes(commands: readonly TimedCommand[], runs: number): Map<string, number> {
  const times = new Map<string, number[]>(commands.map(({ name }) => [name, []]));
  // The first turn only warms the caches of the system.
  const turns = new Map(
    commands.map((command) => [command, timeOf(command) > slow.from ? Math.min(slow.turns, runs) : runs]),
  );
  for (let run = 0; run < runs; run += 1) {
    for (const [command, turn] of turns) if (run < turn) times.get(command.name)?.push(timeOf(command));
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** The middle one; of an even count the greater of the two. */
export function median(all: readonly number[]): number {
  return [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
}

/** The environment of everything that is timed. Node 20 reads extra certificates at each start; a peer may ask a server for its newest version. */
export function timedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined, DO_NOT_TRACK: "1" };
}

/** @throws when a command failed, and so did not do what should be measured. */
export function assertDone(
  { name, status: wanted }: TimedCommand,
  { status, error, stderr }: { status: number | null; error?: Error | undefined; stderr: string },
): void {
  if (status === 2 && stderr.includes("unknown option"))
    throw new UnknownOption(/unknown option '([^']+)'/.exec(stderr)?.[1] ?? name);
  const done = wanted === undefined ? [0, 1] : [wanted];
  if (error !== undefined || !done.some((expected) => expected === status))
    throw new Error(`${name} failed (${error?.message ?? `status ${status}`}): ${stderr.trim().slice(-2000)}`);
}

function timeOf(command: TimedCommand): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command.program, command.args, {
    cwd: command.cwd,
    env: timedEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 28,
  });
  const time = performance.now() - start;
  assertDone(command, { status, error, stderr: stderr.toString("utf8") });
  return time;
}
