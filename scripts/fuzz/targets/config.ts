import fc from "fast-check";
import { rules } from "../../../rules/index.ts";
import { parseConfig } from "../../../src/config/parse-config.ts";
import { checkAudit, refuseUnreasoned } from "../check-audit.ts";
import { configurationLine, configurationText } from "../configuration-text.ts";
import { fuzzTarget } from "../fuzz-target.ts";
import { mutate, mutations } from "../mutate-text.ts";
import { reduceFiles } from "../reduce-files.ts";
import { seedRepositories, type Files } from "../seed-repositories.ts";

const path = "queue-lint.config.json";
const seeds = seedRepositories();
const texts = [...new Set(seeds.flatMap((files) => files[path] ?? []))];

const text = fc.oneof(
  { weight: 4, arbitrary: configurationText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.oneof(configurationText, fc.constantFrom(...texts)), mutations(configurationLine))
      .map(([own, changes]) => mutate(own, changes)),
  },
  { weight: 1, arbitrary: fc.array(configurationLine, { maxLength: 12 }).map((lines) => lines.join("\n")) },
);

/** The configuration, as JSON with an audit under it, and the same text read as every other format. */
export const config = fuzzTarget<Files>({
  description: "the configuration in all formats",
  input: fc.tuple(fc.constantFrom(...seeds), text).map(([files, own]) => ({ ...files, [path]: own })),
  check: (files) => {
    for (const format of ["jsonc", "yaml", "package"] as const) readAs(format, files[path] ?? "");
    checkAudit(files);
  },
  reduce: reduceFiles,
});

function readAs(format: "jsonc" | "yaml" | "package", own: string): void {
  try {
    parseConfig({ path, text: own, format }, rules);
  } catch (error) {
    refuseUnreasoned(error);
  }
}
