import { describe, expect, it } from "vitest";
import { generateChanges } from "../../scripts/bench/generate-changes.ts";
import { generateRepository } from "../../scripts/bench/generate-repository.ts";
import { rules } from "../../rules/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { lintSnapshot } from "../../src/lint.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

describe("generateRepository", () => {
  it("gives the same files each time", () => {
    expect([...generateRepository(50)]).toEqual([...generateRepository(50)]);
    expect([...generateChanges(5)]).toEqual([...generateChanges(5)]);
  });

  it("has so many specs of a realistic size, and planning documents that grow with them", () => {
    const [small, large] = [generateRepository(50), generateRepository(400)];
    const size = (files: Map<string, string>, part: string): number => [...files].filter(([path]) => path.startsWith(part)).reduce((sum, [, text]) => sum + text.length, 0);
    expect(new Set([...large.keys()].filter((path) => path.startsWith("specs/")).map((path) => path.split("/")[1])).size).toBe(400);
    expect(size(large, "specs/") / 400).toBeGreaterThan(10_000);
    expect(size(large, "docs/") / size(small, "docs/")).toBeGreaterThan(6);
  });

  it.each([50, 1000])("has nothing to find in %d specs, so that what is timed is the audit", (specs) => {
    const snapshot = memorySnapshot(Object.fromEntries(generateRepository(specs)));
    const { findings } = lintSnapshot(snapshot, resolveConfig({}, { snapshot, rules }));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
