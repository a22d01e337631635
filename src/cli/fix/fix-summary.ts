import { printable } from "../../reporters/printable.ts";
import { unifiedDiff } from "../../engine/unified-diff.ts";
import type { FixResult } from "../../engine/fix-rounds.ts";
import type { Io } from "../io.ts";

/** "fixed 3 findings in 1 file: docs/product/spec-candidates.md", or what would be. */
export function fixSummary({ fixed, changes }: FixResult, verb: "fixed" | "would fix"): string {
  if (changes.length === 0) return "nothing to fix\n";
  const findings = fixed.length === 1 ? "1 finding" : `${fixed.length} findings`;
  const files = changes.length === 1 ? "1 file" : `${changes.length} files`;
  return `${verb} ${findings} in ${files}: ${changes.map(({ path }) => printable(path)).join(", ")}\n`;
}

/** The changes as a patch. A terminal and the runner of a workflow get it with everything escaped that they would obey. */
export function patchOf({ changes }: FixResult, { stdout, env }: Pick<Io, "stdout" | "env">): string {
  const patch = changes.map((change) => unifiedDiff(change)).join("");
  const obeyed = stdout.isTTY || (env["GITHUB_ACTIONS"] ?? "") !== "" || (env["TF_BUILD"] ?? "") !== "";
  return obeyed
    ? patch
        .split("\n")
        .map((line) => printable(line.replace(/\r$/, "")).replace(/^(\s*):(?=:)/, String.raw`$1\x3a`))
        .join("\n")
    : patch;
}
