import type { AuditReport } from "../../src/core/finding.ts";
import { run } from "../cli/run.ts";
import { gitRepository, type Repository } from "../source/git-repository.ts";

export const queue = "docs/product/spec-candidates.md";

export const spec =
  "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";

export const active = "### Night mode\n\n- **Priority**: P1\n- **Problem**: Pages are too bright after dark.\n";

export const queueOf = (promoted: readonly string[], entries = active): string =>
  `# Spec candidates\n\n## Active\n\n${entries}\n## Promoted to spec\n\n${promoted.map((one) => `- ${one}\n`).join("")}`;

export const [halls, diagnostics, cafe] = [
  "Halls -> Spec 001 (`halls`)",
  "Diagnostic pack -> Spec 241 (`diagnostic-pack`)",
  "Cafe -> Spec 777 (`cafe`)",
];

export const specs = { "specs/001-halls/spec.md": spec, "specs/241-diagnostic-pack/spec.md": spec };

interface Audited {
  readonly status: number;
  readonly err: string;
  readonly report: AuditReport;
  /** "introduced promotion/spec-exists Cafe …" */
  readonly findings: readonly string[];
}

/** The findings of one rule and severity are enough here: what each rule finds has its own tests. */
export async function audit(cwd: string, ...args: string[]): Promise<Audited> {
  const { code, out, err } = await run([...args, "--format", "json", "--show-existing"], { cwd });
  const report = (out === "" ? { findings: [] } : JSON.parse(out)) as AuditReport;
  return {
    status: code,
    err,
    report,
    findings: report.findings.map(
      ({ state, rule, claim }) => `${state ?? "no state"} ${rule} ${claim.text.split(" -> ")[0] ?? ""}`,
    ),
  };
}

/** main has one fault; a branch parted from it, and main has moved on. */
export function branched(change: (repository: Repository) => void): Repository {
  const repository = gitRepository({ ...specs, [queue]: queueOf([halls, diagnostics, cafe]) });
  repository.git("switch", "-qc", "feature");
  change(repository);
  repository.commit();
  return repository;
}
