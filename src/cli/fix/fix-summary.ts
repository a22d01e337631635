import { UsageError } from "../../core/errors.ts";
import type { Finding, Fix } from "../../core/finding.ts";
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

/** "active/not-specced 2, reference/anchor-exists 1": what the rules have fixes for, most first; empty when they have none. */
export function offers(findings: readonly Finding[], kind: Fix["kind"]): string {
  const counts = new Map<string, number>();
  for (const { rule, fix, suppressed } of findings)
    if (!suppressed && fix?.kind === kind) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(", ");
}

/** The error for suggestions that nobody chose: they are applied rule by rule. It names those that there are. */
export function unchosen(findings: readonly Finding[]): UsageError {
  const all = offers(findings, "suggest");
  if (all === "") return new UsageError("--fix=suggest names no rule.", "No rule suggests anything here.");
  return new UsageError(
    "--fix=suggest names no rule.",
    `On offer: ${all}. Apply those of one rule: --fix=suggest ${all.split(" ", 1)[0] ?? ""}`,
  );
}
