import { UsageError } from "../../src/core/errors.ts";
import type { Finding } from "../../src/core/finding.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { lint } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/source/memory/memory-snapshot.ts";
import type { FieldRepository } from "./field-repository.ts";
import { readArchive } from "./read-archive.ts";

/** The day of every audit, so that a run says the same on every day. */
const today = "2026-11-30";

/** What an audit with the defaults says at error or warning level. */
export interface FieldAudit {
  readonly repository: FieldRepository;
  readonly findings: readonly Finding[];
  /** Information as well. */
  readonly reported: readonly Finding[];
  /** How people call the layouts that were used. */
  readonly layouts: readonly string[];
  /** Why it could not be audited. */
  readonly failure?: string;
}

/** Audits a repository with the defaults; nothing of it is run. What the tool refuses is a failure, and anything else is thrown. */
export async function auditRepository(repository: FieldRepository): Promise<FieldAudit> {
  try {
    const { findings, layouts = [] } =
      repository.form === "folder"
        ? await lint({ root: repository.path, plugins: false, today })
        : lintSnapshot(memorySnapshot(await readArchive(repository.path), { today }));
    const reported = findings.filter(({ suppressed }) => !suppressed);
    return {
      repository,
      findings: reported.filter(({ severity }) => severity !== "info"),
      reported,
      layouts: layouts.map(({ title }) => title),
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { repository, findings: [], reported: [], layouts: [], failure: error.message };
  }
}
