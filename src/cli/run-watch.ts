import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { AuditReport } from "../core/finding.ts";
import type { LintOptions } from "../lint.ts";
import { changedFindings, watchedLine } from "../reporters/changed-findings.ts";
import { text } from "../reporters/formats/text.ts";
import { watch } from "../watch/watch.ts";
import type { AuditFlags } from "./audit-flags.ts";
import { describeFailure } from "./describe-failure.ts";
import { usesColor, type Io } from "./io.ts";

/** What makes no sense beside --watch: other trees do not change, and a file that is written would be a change. */
const others = [
  ["staged", "--staged"],
  ["ref", "--ref"],
  ["base", "--base"],
  ["online", "--online"],
  ["fix", "--fix"],
  ["diff", "--diff"],
  ["format", "--format"],
  ["since", "--since"],
  ["maxWarnings", "--max-warnings"],
] as const;

/** Shows the findings, and after each change those that came and went with the counts, until the process is ended. */
export async function runWatch(flags: AuditFlags, options: LintOptions, io: Io): Promise<void> {
  const given: Readonly<Record<string, unknown>> = {
    ...flags,
    staged: options.staged,
    ref: options.ref,
    base: options.base,
    online: options.online,
  };
  const refused = others.find(([name]) => given[name] !== undefined && given[name] !== false);
  if (refused !== undefined)
    throw new UsageError(
      `--watch and ${refused[1]} do not go together.`,
      "--watch shows the findings of the work tree in the terminal; leave one of them out.",
    );
  const color = usesColor(io, flags.color);
  const shown = {
    color,
    links: color && io.stdout.isTTY,
    quiet: flags.quiet === true,
    showSuppressed: flags.showSuppressed === true,
  };
  let before: AuditReport | undefined;
  const ended = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void ended.abort());
  await watch(
    options,
    {
      audited(report, time) {
        const isAbsent = (path: string): boolean => !existsSync(join(report.root, path));
        io.stdout.write(
          before === undefined ? text.render(report, shown) : changedFindings(before, report, { ...shown, isAbsent }),
        );
        if (before === undefined && !shown.quiet) io.stderr.write(`${watchedLine(report)}\n`);
        before = report;
        io.stderr.write(`audited in ${time.toFixed(0)} ms\n`);
      },
      failed: (error) => void io.stderr.write(describeFailure(error, io.env)),
    },
    ended.signal,
  );
}
