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

/**
 * The work of a call: how often any block of any function was entered, and how many characters regular expressions went over. It is the same on every
 * machine, however busy, as time is not.
 */
export function countedSteps(run: () => void): number {
  takeCoverage();
  let steps = charactersRead(run);
  for (const { functions } of takeCoverage())
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
}

/**
 * How many characters regular expressions look at in a call, as far as can be seen from outside: up to the end of what they find, or to the end of the text when they find
 * nothing; a sticky one, by which texts are split, looks at one place. All methods of texts and expressions come to `exec` once it is not the built-in one.
 */
function charactersRead(run: () => void): number {
  const { exec } = RegExp.prototype;
  let read = 0;
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    read += match === null ? (this.sticky ? 1 : text.length - from) : match.index + match[0].length - from;
    return match;
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return read;
}
