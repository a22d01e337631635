import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AuditCache } from "../cache/audit-cache.ts";
import { cacheFolder } from "../cache/cache-folder.ts";
import { pathSignature } from "../cache/path-signature.ts";
import { userSecret } from "../cache/user-secret.ts";
import { version } from "../core/version.ts";
import type { LintOptions } from "../lint.ts";
import type { AuditFlags } from "./audit-flags.ts";
import type { Io } from "./io.ts";

/** Where this program is: another build of the same version may find something else. */
const program = fileURLToPath(import.meta.url);
/** With these git reads another repository, or another index. */
const redirections = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

/**
 * The cache for an audit; undefined for one that is not to be kept. Only audits of the work tree are: commits and the index are read through git, where
 * looking for changes costs as much as the audit, and fixes and boards need more than a report.
 */
export function auditCache(flags: AuditFlags, options: LintOptions, io: Io): AuditCache | undefined {
  if (!isWanted(flags, io) || !isPlain(flags, options) || isElsewhere(io)) return undefined;
  const name = [io.cwd, JSON.stringify(options)];
  const key = [...name, version, process.version, new Date().toISOString().slice(0, 10), pathSignature(program).text];
  const folder =
    flags.cacheLocation === undefined
      ? cacheFolder(resolve(io.cwd, options.root ?? ""), io.env)
      : resolve(io.cwd, flags.cacheLocation);
  return folder === undefined ? undefined : new AuditCache({ folder, key, name, secret: userSecret(io.env) });
}

function isWanted({ cache, cacheLocation }: AuditFlags, { env }: Io): boolean {
  return cache ?? (cacheLocation !== undefined || ["", "0", "false"].includes(env["CI"] ?? ""));
}

/** An audit of the work tree alone, that shows nothing but its report. */
function isPlain({ fix, diff, format = [] }: AuditFlags, { staged, ref, base, online }: LintOptions): boolean {
  const isOther = [staged === true, ref !== undefined, base !== undefined, online === true].includes(true);
  return !isOther && fix === undefined && diff !== true && format.every(({ name }) => name !== "html");
}

/** Whether another program runs than the built one, or git reads another repository. */
function isElsewhere({ env }: Io): boolean {
  return program.endsWith(".ts") || redirections.some((name) => env[name] !== undefined);
}
