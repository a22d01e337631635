/** Fuzzes what queue-lint reads: npm run fuzz -- [--target NAME] [--cases N] [--seed S] [--path P] */
import { parseArgs } from "node:util";
import { failureText } from "./fuzz/failure-text.ts";
import type { FuzzTarget } from "./fuzz/fuzz-target.ts";
import { loadTargets } from "./fuzz/load-targets.ts";
import { runScript, ScriptError } from "./run-script.ts";

runScript(async () => {
  const { values } = parseArgs({
    options: {
      target: { type: "string" },
      cases: { type: "string", default: "1000" },
      seed: { type: "string" },
      path: { type: "string" },
    },
  });
  const seed = values.seed === undefined ? Math.trunc(Date.now() % 0x7fffffff) : whole("seed", values.seed);
  const cases = whole("cases", values.cases);
  if (values.path !== undefined && values.target === undefined)
    throw new ScriptError("--path belongs to one target: name it with --target.");
  let failed = 0;
  for (const [name, target] of chosen(await loadTargets(), values.target))
    failed += tryTarget(name, target, { cases, seed, path: values.path }) ? 0 : 1;
  if (failed > 0)
    throw new ScriptError(
      `${failed} of the targets failed. Make each a test in test/properties/fuzz-regressions.test.ts, then correct it.`,
    );
});

function chosen(
  all: ReadonlyMap<string, FuzzTarget>,
  name: string | undefined,
): Iterable<readonly [string, FuzzTarget]> {
  if (name === undefined) return all;
  const target = all.get(name);
  if (target === undefined)
    throw new ScriptError(`There is no target “${name}”. Write one of ${[...all.keys()].join(", ")}.`);
  return [[name, target]];
}

/** Tries one target and says how it went; false when it failed. */
function tryTarget(name: string, target: FuzzTarget, run: Parameters<FuzzTarget["run"]>[0]): boolean {
  const start = performance.now();
  const failure = target.run(run);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${failure === undefined ? "ok    " : "FAILED"} ${name} (${target.description}): ${run.cases} cases, seed ${run.seed}, ${seconds} s`,
  );
  if (failure === undefined) return true;
  console.log(failureText(name, failure, run.seed));
  return false;
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new ScriptError(`--${name} takes a whole number, not “${text}”.`);
  return number;
}
