import { spawnSync } from "node:child_process";

/** A command of the comparison: a program, its arguments and where it runs. */
export interface TimedCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * The median time of each command over several runs, in milliseconds. The commands take turns, so that whatever else the machine
 * does falls on all of them alike. What they print is dropped; a status above 1 is a failure, not a time, and throws.
 */
export function medianTimes(commands: readonly TimedCommand[], runs: number): Map<string, number> {
  const times = new Map<string, number[]>(commands.map(({ name }) => [name, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const command of commands) {
      const time = timeOf(command);
      // The first turn only warms the caches of the system.
      if (run > 0) times.get(command.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, all]) => [name, all.sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN]));
}

function timeOf({ name, program, args, cwd }: TimedCommand): number {
  // Node 20 reads extra certificates at each start, which would be measured as well.
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
  const start = performance.now();
  const { status, error, stderr } = spawnSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  const time = performance.now() - start;
  if (error !== undefined || status === null || status > 1) throw new Error(`${name} failed: ${error?.message ?? stderr.toString("utf8").trim()}`);
  return time;
}
