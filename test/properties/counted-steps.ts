import { Session, type Profiler } from "node:inspector";

// Counting must be on before a function is compiled: whoever imports this file imports it first.
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** What was entered since this was asked last. */
function takeCoverage(): readonly Profiler.ScriptCoverage[] {
  let taken: readonly Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (error, { result }: Profiler.TakePreciseCoverageReturnType) => {
    if (error !== null) throw error;
    taken = result;
  });
  return taken;
}

/** The work of a call: how often any block of any function was entered. It is the same on every machine, however busy, as time is not. */
export function countedSteps(run: () => void): number {
  takeCoverage();
  run();
  let steps = 0;
  for (const { functions } of takeCoverage()) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
}
