import type { LintOptions, Opened } from "../../lint.ts";
import { planningRoles } from "../../core/settings.ts";
import { finishFiles } from "./finish-files.ts";
import type { Io } from "../io.ts";

/** Opens a repository whose documents are to be fixed; a fix that was interrupted is finished before anything is audited. */
export async function openForFixes(options: LintOptions, io: Io): Promise<Opened> {
  const { open } = await import("../../lint.ts");
  const opened = await open(options);
  const { settings, baseline } = opened.config;
  const documents = planningRoles.map((role) => settings[role]?.path);
  const paths = [...documents, baseline, ...settings.agents].filter((path) => path !== undefined);
  const { written, kept, foreign } = await finishFiles(paths, opened.root);
  if (written.length > 0) io.stderr.write(`finished a fix that was interrupted: ${written.join(", ")}\n`);
  if (kept.length > 0)
    io.stderr.write(`left as they are, because they changed since a fix was interrupted: ${kept.join(", ")}\n`);
  if (foreign.length > 0)
    io.stderr.write(
      `beside these are files of a fix that this user did not begin here, and they are left alone: ${foreign.join(", ")}\n`,
    );
  return written.length > 0 ? open(options) : opened;
}
