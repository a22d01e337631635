/** Measures the program beside its peers, in one run: npm run bench. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceSection } from "../generated-section.ts";
import { ScriptError, runScript } from "../run-script.ts";
import { machine } from "./machine.ts";
import type { Bench } from "./measure.ts";
import { measures } from "./measures.ts";
import { installPeers } from "./peers.ts";
import { medianTable, performanceSection, targetTable } from "./performance-section.ts";
import { runMeasures } from "./run-measures.ts";

const allSizes = [50, 400, 4000];
const page = join(import.meta.dirname, "../../docs/performance.md");

runScript(async () => {
  const { values } = parseArgs({
    options: {
      specs: { type: "string", multiple: true },
      only: { type: "string", multiple: true },
      runs: { type: "string", default: "7" },
      write: { type: "boolean", default: false },
    },
  });
  const chosen = values.only === undefined ? measures : values.only.map(measureNamed);
  const bench: Bench = {
    runs: positive(values.runs),
    sizes: values.specs?.map(size) ?? allSizes,
    peers: () => installPeers(),
  };
  if (values.write && (values.only ?? values.specs) !== undefined)
    throw new ScriptError("--write writes the figures of a whole run: leave out --only and --specs.");
  const { outcomes, medians } = await runMeasures(chosen, bench, (name) => console.error(`measuring ${name} …`));
  console.log(`${medianTable(medians)}\n\n${targetTable(outcomes)}`);
  if (!values.write) return;
  const text = replaceSection(
    readFileSync(page, "utf8"),
    "performance",
    performanceSection({ machine: machine(new Date()), runs: bench.runs, outcomes, medians }),
  );
  if (text === undefined)
    throw new ScriptError(
      "docs/performance.md has no part between <!-- generated:performance --> and <!-- /generated -->: add the two lines where the figures should be.",
    );
  writeFileSync(page, text);
});

function measureNamed(name: string) {
  const found = measures.find((measure) => measure.name === name);
  if (found === undefined)
    throw new ScriptError(
      `--only ${name}: there is no such measurement; there are ${measures.map((measure) => measure.name).join(", ")}.`,
    );
  return found;
}

function size(text: string): number {
  const specs = Number(text);
  if (!allSizes.includes(specs))
    throw new ScriptError(`--specs ${text}: repositories have ${allSizes.join(", ")} specs.`);
  return specs;
}

function positive(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new ScriptError(`--runs ${text}: a whole number from 1 on is needed.`);
  return count;
}
