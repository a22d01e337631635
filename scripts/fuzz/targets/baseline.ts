import fc from "fast-check";
import { rules } from "../../../rules/index.ts";
import { lintSnapshot } from "../../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../../../src/source/memory/memory-snapshot.ts";
import { checkAudit } from "../check-audit.ts";
import { fuzzTarget } from "../fuzz-target.ts";
import { hostileText } from "../hostile-text.ts";
import { mutate, mutations } from "../mutate-text.ts";
import { reduceFiles } from "../reduce-files.ts";
import { seedRepositories, type Files } from "../seed-repositories.ts";

const path = "baseline.json";
const seeds = seedRepositories().filter(
  (files) => files["queue-lint.config.json"] === undefined || files[path] !== undefined,
);
const count = fc.constantFrom(1, 2, 0, -1, 1.5, 1e21, "1", null, true, [1]);
const fingerprint = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...rules.map(({ id }) => id)),
      fc.constantFrom("docs/product/spec-candidates.md", "nowhere.md", ""),
      hostileText,
    )
    .map((parts) => parts.join(":")),
  hostileText,
  fc.constantFrom("__proto__", "constructor", "a", "a:b"),
);
const line = fc.oneof(
  fc.tuple(fingerprint, count).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`),
  fc.constantFrom("{", "}", "],", '"version": 2,', '"version": "1",', "// x", "null"),
  hostileText,
);

/** What is found in a seed, and other fingerprints beside it, as a baseline. */
function baselineOf(files: Files, others: readonly (readonly [string, unknown])[]): string {
  const found = lintSnapshot(memorySnapshot(files)).findings.map((finding) => [finding.fingerprint, 1] as const);
  return JSON.stringify({ version: 1, findings: Object.fromEntries([...found, ...others]) }, null, 2);
}

const input = fc.constantFrom(...seeds).chain((files) => {
  const written = fc
    .array(fc.tuple(fingerprint, fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: count })), {
      maxLength: 6,
    })
    .map((others) => baselineOf(files, others));
  const changed = fc
    .tuple(written, fc.oneof(fc.constant([]), mutations(line)))
    .map(([text, changes]) => mutate(text, changes));
  return changed.map((text): Files => ({
    ...files,
    "queue-lint.config.json": JSON.stringify({ baseline: path }),
    [path]: text,
  }));
});

/** The file of findings that are known and hidden. */
export const baseline = fuzzTarget<Files>({
  description: "the baseline",
  input,
  check: (files) => {
    checkAudit(files);
  },
  reduce: reduceFiles,
});
