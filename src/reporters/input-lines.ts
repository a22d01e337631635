import type { AuditReport } from "../core/finding.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";

/** What was read, and what was seen and cannot be read: the first lines of an audit. Instruction files for agents are counted only. */
export function inputLines({ inputs, seen, specs }: AuditReport): string[] {
  const agents = inputs.filter(({ role }) => role === "agent").length;
  const read = inputs
    .filter(({ role }) => role !== "agent")
    .map(({ role, path }) => printable(`${path} (${role === "specs" ? counted(specs, "spec") : role})`));
  const others = agents === 0 ? [] : [counted(agents, "instruction file")];
  const all = [...read, ...others];
  return [
    ...(all.length === 0 ? [] : [`read  ${all.join(", ")}`]),
    ...(seen.length === 0 ? [] : [`seen, but not read  ${seen.map(printable).join(", ")}`]),
  ];
}

/** How many rules have nothing to do here, and why: one line. By name when the reader asks for it. */
export function notApplicableLines(
  { notApplicable }: AuditReport,
  { verbose = false }: Pick<RenderOptions, "verbose">,
): string[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, reason } of notApplicable) reasons.set(reason, [...(reasons.get(reason) ?? []), rule]);
  if (reasons.size === 0) return [];
  if (verbose)
    return [...reasons].map(([reason, rules]) => `not applicable  ${printable(reason)}: ${rules.join(", ")}`);
  const why = [...reasons.keys()].map(printable).join(", ");
  return [`not applicable  ${counted(notApplicable.length, "rule")}: ${why} (--verbose names them)`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
