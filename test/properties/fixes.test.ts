import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { UsageError } from "../../src/core/errors.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import type { FixFilter } from "../../src/engine/choose-fixes.ts";
import { fix } from "../../src/lint.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { driftedRepository } from "./arbitrary-repository.ts";

const wanted: readonly (readonly [string, FixFilter])[] = [
  ["safe ones", (_, { kind }) => kind === "safe"],
  ["all of them", () => true],
];

/** Every title by which the queue knows an entry, wherever it stands. */
function titles(snapshot: Snapshot): string[] {
  const { settings } = resolveConfig({}, { snapshot, rules });
  const { claims } = buildModel(snapshot, settings);
  return [...new Set([...claims.of("candidate"), ...claims.of("removal-record")].map((one) => one.key))].sort();
}

describe("fixes", () => {
  it.each(wanted)("lose no entry, keep line endings, and leave nothing to do again: %s", (name, kinds) => {
    let applied = 0;
    fc.assert(
      fc.property(driftedRepository, (files) => {
        const snapshot = memorySnapshot(files);
        const config = resolveConfig({}, { snapshot, rules });
        try {
          const first = fix({ snapshot, config }, kinds);
          applied += first.fixed.length;
          expect(titles(first.snapshot)).toEqual(expect.arrayContaining(titles(snapshot)));
          for (const { before, after } of first.changes) {
            expect(after.startsWith("\uFEFF")).toBe(before.startsWith("\uFEFF"));
            if (!/(?:^|[^\r])\n/.test(before)) expect(after).not.toMatch(/(?:^|[^\r])\n/);
            if (!before.includes("\r")) expect(after).not.toContain("\r");
          }
          const again = fix({ snapshot: first.snapshot, config }, kinds);
          expect(again.changes).toEqual([]);
        } catch (error) {
          // Refused, with nothing changed: the way out when a fix is not safe.
          if (!(error instanceof UsageError)) throw error;
        }
      }),
      { numRuns: 25 },
    );
    if (name === "all of them") expect(applied).toBeGreaterThan(0);
  });
});
