import type { LintOptions, Opened } from "../../lint.ts";
import { finishFiles } from "./finish-files.ts";
import type { Io } from "../io.ts";

/** Opens a repository whose documents are to be fixed; a fix that was interrupted is finished before anything is audited. */
export async function openForFixes(options: LintOptions, io: Io): Promise<Opened> {
  const { inputPaths, open } = await import("../../lint.ts");
  const opened = await open(options);
  const { settings, baseline } = opened.config;
  const { queue, roadmap, ledger, inbox } = inputPaths(settings);
  const paths = [queue, roadmap, ledger, inbox, baseline, ...settings.agents].filter((path) => path !== undefined);
  const { written, kept } = await finishFiles(paths, opened.root);
  if (written.length > 0) io.stderr.write(`finished a fix that was interrupted: ${written.join(", ")}\n`);
  if (kept.length > 0)
    io.stderr.write(`left as they are, because they changed since a fix was interrupted: ${kept.join(", ")}\n`);
  return written.length > 0 ? open(options) : opened;
}
