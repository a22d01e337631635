import type { AuditReport } from "../core/finding.ts";
import { printable } from "./printable.ts";

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

/** The rules that have nothing to do here, by their reasons. */
export function notApplicableLines({ notApplicable }: AuditReport): string[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, reason } of notApplicable) reasons.set(reason, [...(reasons.get(reason) ?? []), rule]);
  return [...reasons].map(([reason, rules]) => `not applicable  ${printable(reason)}: ${rules.join(", ")}`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
