import type { AuditReport } from "../core/finding.ts";
import { planningRoles } from "../core/settings.ts";
import type { LintOptions, Opened } from "../lint.ts";
import { printable } from "../reporters/printable.ts";
import type { AuditFlags } from "./audit-flags.ts";
import type { Io } from "./io.ts";

/** Says which directory is audited when nobody named it and it is not the current one. */
export function noteRoot(root: string, { root: named }: LintOptions, { quiet, io }: Quietly): void {
  if (named === undefined && root !== io.cwd && quiet !== true)
    io.stderr.write(`root  ${printable(root)}  (the repository around the current directory; --root names another)\n`);
}

interface Quietly {
  readonly quiet: AuditFlags["quiet"] | undefined;
  readonly io: Io;
}

/** Says where work is planned when nothing is at the root itself, as in a monorepo. */
export async function noteNested(report: AuditReport, { snapshot }: Opened, io: Io): Promise<void> {
  if (!report.findings.some(({ rule, path }) => rule === "scope/not-empty" && path === ".")) return;
  const { nestedProjects } = await import("./init/nested-projects.ts");
  const [first, ...others] = nestedProjects(snapshot).map((path) => printable(path));
  if (first !== undefined)
    io.stderr.write(`Work is planned in ${[first, ...others].join(", ")}: queue-lint --root ${first} audits it.\n`);
}

/** Says which planning documents of the work tree the index does not have: what was never added is not part of an audit of what is staged. */
export async function noteUntracked({ snapshot }: Opened, options: LintOptions, io: Io): Promise<void> {
  const { open } = await import("../lint.ts");
  const { snapshot: tree, config } = await open({ ...options, staged: false, base: undefined });
  for (const role of planningRoles) {
    const path = config.settings[role]?.path;
    if (path === undefined || !tree.read(path).ok || snapshot.read(path).ok) continue;
    const shown = printable(path);
    io.stderr.write(`${shown} is not staged, so it was not read: git add ${shown}\n`);
  }
}
