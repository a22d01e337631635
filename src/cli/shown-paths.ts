import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { AuditReport } from "../core/finding.ts";
import { commandNames } from "../core/settings.ts";
import { narrowReport } from "../engine/narrow-report.ts";
import { printable } from "../reporters/printable.ts";
import type { Io } from "./io.ts";
import { unknownCommand } from "./unknown-command.ts";

/** Whether a word in the place of a command is meant as a path: it is there, or it has the shape of one. */
export function isPathWord(word: string, cwd: string): boolean {
  const isCommand = commandNames.some((name) => name === word);
  return !isCommand && !word.startsWith("-") && (/[/\\]|^\.{1,2}$/.test(word) || existsSync(resolve(cwd, word)));
}

/** The paths that a run names, from the root of the audit. Throws a `UsageError` for one that is outside, and for one that is not there. */
export function shownPaths(words: readonly string[], { root, cwd, isElsewhere }: ShownPlace): string[] {
  return words.map((word) => {
    if (!isPathWord(word, cwd) && !isElsewhere) throw unknownCommand(word);
    const way = relative(root, resolve(cwd, word));
    if (way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way)
      throw new UsageError(
        `“${word}” is outside the audited repository.`,
        "Name the directory to audit with --root.",
        root,
      );
    if (!isElsewhere && !existsSync(resolve(cwd, word)))
      throw new UsageError(
        `There is no file or directory “${word}”.`,
        "A path says which findings are shown; “queue-lint --help” lists the commands.",
      );
    return way.split(sep).join("/");
  });
}

interface ShownPlace {
  readonly root: string;
  readonly cwd: string;
  /** True when another tree than the work tree is audited, in which the paths need not be. */
  readonly isElsewhere: boolean;
}

/** The report about the paths that a run names, all of it without one. Says when the audit reads nothing there: that is no pass. */
export function reportAbout(
  report: AuditReport,
  paths: readonly string[],
  { stderr }: Pick<Io, "stderr">,
): AuditReport {
  const narrowed = narrowReport(report, paths);
  const read = [...report.inputs.map(({ path }) => path), ...(report.layouts ?? []).flatMap(({ because }) => because)];
  const found = narrowed.findings.length > 0;
  for (const path of found || narrowed === report ? [] : paths)
    if (!read.some((one) => meets(one.replace(/\/$/, ""), path)))
      stderr.write(`${printable(path)} holds nothing that the audit reads as planning; --root audits it on its own.\n`);
  return narrowed;
}

/** One is the other, or is in it. */
function meets(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
