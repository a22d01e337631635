import { entryRoles } from "../core/claims/claim.ts";
import type { Examination } from "./examine.ts";
import type { Proof, ProofKind } from "./prove.ts";

/** The examination as lines: what is configured, what was found, what was read and what was not. */
export function examinationLines(found: Examination): string[] {
  const { versions, root, preset, plugins, coverage, rulesOn, rulesOff, notApplicable, notChecked, entries } = found;
  const unchecked = [...new Set(notChecked.map(({ rule }) => rule))];
  return [
    `queue-lint ${versions.queueLint}, Node ${versions.node}, ${versions.git === null ? "no git" : `git ${versions.git}`}`,
    "",
    row("root", root),
    row(
      "configuration",
      `${found.configuration ?? "none"}, preset ${preset}${plugins.length === 0 ? "" : `, plugins ${plugins.join(", ")}`}`,
    ),
    row("baseline", found.baseline ?? "none"),
    row("guard", `unknown: ${found.guard.unknown}, failClosed: ${String(found.guard.failClosed)}`),
    ...readLines(found),
    row("entries", entryRoles.map((role) => `${entries[role]} ${role}`).join(", ")),
    row("units", String(found.units)),
    row(
      "rules",
      `${rulesOn.length} on, ${rulesOff.length} off; ${notApplicable.length} do not apply${unchecked.length === 0 ? "" : `; not checked: ${unchecked.join(", ")}`}`,
    ),
    row(
      "claims",
      `${coverage.examined}: ${coverage.held} true, ${coverage.broken} broken, ${coverage.notChecked} not checked`,
    ),
  ];
}

function readLines({ layouts, inputs, agents, seen }: Examination): string[] {
  const shown = layouts.map(({ title, because }) => {
    const proofs = [...new Set(because)];
    return `${title}${proofs.length === 0 ? "" : ` (${proofs.join(", ")})`}`;
  });
  const others = agents.filter((path) => !inputs.some((input) => input.path === path));
  const read = [...inputs.map(({ role, path }) => `${path} (${role})`), ...others.map((path) => `${path} (agent)`)];
  return [
    ...many("layout", shown, "none"),
    ...many("read", read, "nothing"),
    ...many("not read", seen, "nothing that looks as if work were planned in it"),
  ];
}

const headings: Readonly<Record<ProofKind, string>> = {
  silent: "Should fire here and does not:",
  fires: "Fires here:",
  "not-planted": "Not proved:",
  "not-applicable": "Does not apply here:",
};

/** The proofs by what became of them, the worst first. */
export function proofLines(proofs: readonly Proof[]): string[] {
  return (Object.keys(headings) as ProofKind[]).flatMap((kind) => {
    const some = proofs.filter((proof) => proof.kind === kind);
    const width = Math.max(...some.map(({ rule }) => rule.length));
    return some.length === 0
      ? []
      : ["", headings[kind], ...some.map(({ rule, detail }) => `  ${rule.padEnd(width)}  ${detail}`)];
  });
}

function row(label: string, text: string): string {
  return `${label.padEnd(14)} ${text}`;
}

function many(label: string, lines: readonly string[], none: string): string[] {
  return lines.length === 0 ? [row(label, none)] : lines.map((line, index) => row(index === 0 ? label : "", line));
}
