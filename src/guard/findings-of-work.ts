import type { AuditModel } from "../core/audit-model.ts";
import type { AuditReport, Finding } from "../core/finding.ts";
import { packagesOf, type Item } from "./find-item.ts";

/** What the work leaves behind: findings that it introduced, and those about the item itself, of whatever age. Errors and warnings only. */
export function findingsOfWork(report: AuditReport, item: Item | undefined, model: AuditModel): readonly Finding[] {
  const counted = report.findings.filter(({ severity, suppressed }) => !suppressed && severity !== "info");
  return counted.filter(
    (finding) => finding.state === "introduced" || (item !== undefined && isAbout(finding, item, model)),
  );
}

function isAbout(finding: Finding, item: Item, model: AuditModel): boolean {
  const entries = [...item.named, ...item.led];
  const roots = [...item.units.map(({ path }) => path), ...entries.flatMap((entry) => packagesOf(entry, model))];
  const places = [{ path: finding.path, line: finding.line }, finding.fact];
  return places.some(
    ({ path, line }) =>
      path !== undefined &&
      (roots.some((root) => path === root || path.startsWith(`${root}/`)) ||
        entries.some(
          ({ extent }) => line !== undefined && extent.path === path && extent.line <= line && line <= extent.endLine,
        )),
  );
}
