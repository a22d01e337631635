import fc from "fast-check";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { needs } from "../../src/rule-api/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { formatBaseline } from "../../src/engine/format-baseline.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { driftedRepository, type Files } from "./arbitrary-repository.ts";

/** Every rule that judges documents is on, heuristics too. */
const severities = Object.fromEntries(
  rules
    .filter(({ definition }) => !needs(definition.meta, "run"))
    .map((rule) => [rule.id, rule.definition.meta.severity]),
);

function audit(files: Files, baseline?: string) {
  const snapshot = memorySnapshot(files);
  return auditSnapshot({
    snapshot,
    config: resolveConfig({}, { snapshot, rules, overrides: { rules: severities, baseline } }),
  }).run;
}

it("a baseline hides all that it was written from, changes no coverage, and has nothing stale", () => {
  fc.assert(
    fc.property(driftedRepository, (files) => {
      const before = audit(files);
      const after = audit({ ...files, "baseline.json": formatBaseline(before.countsToBaseline) }, "baseline.json");
      expect(after.findings).toEqual(
        before.findings.map((finding) => ({
          ...finding,
          suppressed: true,
          suppression: expect.objectContaining({ kind: "baseline", path: "baseline.json" }) as unknown,
        })),
      );
      expect(after.coverage).toEqual(before.coverage);
      expect(after.baseline.every((entry) => entry.occurs === entry.count)).toBe(true);
      expect(after.countsToBaseline.size).toBe(0);
    }),
    { numRuns: 30 },
  );
});
