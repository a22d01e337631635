import { temporaryDirectory } from "../source/temporary-directory.ts";

const queue = (specs: number): string =>
  `# Queue\n\n**Specs**: ${specs}\n\n## Active\n\nNone.\n\n## Promoted\n\n- Halls -> Spec 001 (\`halls\`)\n`;
const roadmap = (specs: number): string => `# Roadmap\n\nThe directory holds ${specs} specs.\n`;
const ledger = (specs: number): string =>
  `# Ledger\n\n**Specs**: ${specs}\n\n| Title | Status |\n|---|---|\n| Halls | specced |\n`;

/** The documents in the order in which they are written, and the text that each has before and after `queue-lint --fix`. */
export const documents = [
  { path: "docs/product/implementation-ledger.md", before: ledger(7), after: ledger(1) },
  { path: "docs/product/roadmap.md", before: roadmap(8), after: roadmap(1) },
  { path: "docs/product/spec-candidates.md", before: queue(9), after: queue(1) },
] as const;

const files = {
  ...Object.fromEntries(documents.map(({ path, before }) => [path, before])),
  "specs/001-halls/spec.md":
    "# Feature specification: Halls\n\nVisitors get what the title says, on every device they own.\n",
};

/** A repository with one safe fix in each of three documents; without one an error, so that the audit ends with 1. */
export function wrongRepository(more: Readonly<Record<string, string>> = {}): string {
  return temporaryDirectory({ ...files, ...more });
}

/** Adds what ends the audit with 1 in any case. */
export const unspecced = {
  "docs/product/spec-candidates.md":
    "# Queue\n\n## Active\n\n- `Seat maps`: on paper.\n  - **Priority**: P1\n\n## Promoted\n\n- Halls -> Spec 002\n",
};
