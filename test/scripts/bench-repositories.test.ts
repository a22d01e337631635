import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generateChanges } from "../../scripts/bench/generate-changes.ts";
import { generateRepository } from "../../scripts/bench/generate-repository.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

describe("generateRepository", () => {
  it("gives the same files each time", () => {
    expect([...generateRepository(50)]).toEqual([...generateRepository(50)]);
    expect([...generateChanges(5)]).toEqual([...generateChanges(5)]);
  });

  it("has so many specs, as large as those that were sampled, and planning documents that grow with them", () => {
    const [small, large] = [generateRepository(50), generateRepository(400)];
    const size = (files: Map<string, string>, part: string): number =>
      [...files].filter(([path]) => path.startsWith(part)).reduce((sum, [, text]) => sum + text.length, 0);
    expect(
      new Set([...large.keys()].filter((path) => path.startsWith("specs/")).map((path) => path.split("/")[1])).size,
    ).toBe(400);
    const ratio = size(large, "specs/") / 400 / sampledMean();
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.05);
    expect(size(large, "docs/") / size(small, "docs/")).toBeGreaterThan(6);
  });

  it.each([50, 1000])("has nothing to find in %d specs, so that what is timed is the audit", (specs) => {
    const snapshot = memorySnapshot(Object.fromEntries(generateRepository(specs)));
    const { findings } = lintSnapshot(snapshot, { config: {} });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

/** How many characters the Markdown of a sampled package has on average; files that are none have no number. */
function sampledMean(): number {
  const rows = readFileSync(join(import.meta.dirname, "../../scripts/bench/sampled-spec-packages.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"));
  const sizes = rows.map(([, , , size]) => Number(size)).filter((size) => !Number.isNaN(size));
  return sizes.reduce((sum, size) => sum + size, 0) / new Set(rows.map(([repository]) => repository)).size;
}
