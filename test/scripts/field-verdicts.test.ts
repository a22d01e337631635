import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditRepository } from "../../scripts/field/audit-repository.ts";
import { listRepositories } from "../../scripts/field/field-repository.ts";
import { judgedFindings } from "../../scripts/field/field-section.ts";
import { formatVerdicts, isAbout, mergeVerdicts, readVerdicts } from "../../scripts/field/verdicts.ts";

const root = join(import.meta.dirname, "../..");
const recorded = join(root, "fixtures/field/verdicts.jsonl");
/** Public repositories, which are no part of the project. */
const corpora = join(root, "../shared/corpora");
const verdicts = readVerdicts(recorded);
const gone = verdicts.filter((verdict) => verdict.gone === true);

describe("recorded verdicts", () => {
  it("are sorted, one about each finding", () => {
    expect(readFileSync(recorded, "utf8")).toBe(formatVerdicts(mergeVerdicts([], verdicts)));
    expect(gone.filter(({ verdict }) => verdict !== "false")).toEqual([]);
  });

  it("hold: no false finding that was gone comes back", async ({ skip }) => {
    expect(gone.length).toBeGreaterThan(15);
    if (!existsSync(corpora)) skip(`${corpora} is not there, so the public repositories were not audited`);
    const judged = listRepositories(corpora).filter((repository) => gone.some((one) => isAbout(one, repository)));
    expect(judged).not.toEqual([]);
    const back: string[] = [];
    for (const repository of judged)
      for (const { verdict, finding } of judgedFindings([await auditRepository(repository)], gone))
        if (verdict !== undefined) back.push(`${repository.name} ${finding.path}:${finding.line} ${finding.message}`);
    expect(back).toEqual([]);
  });
});
