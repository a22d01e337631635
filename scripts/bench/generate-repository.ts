import { generateSpecPackage, type PlannedUnit } from "./generate-spec-package.ts";
import { kinds, prose, randomFrom, things } from "./generated-words.ts";

/**
 * A repository of so many specs, deterministic: paths and texts. The planning documents grow with the specs; most candidates are
 * promoted, a seventh is open.
 */
export function generateRepository(specs: number): Map<string, string> {
  const random = randomFrom(specs);
  const digits = Math.max(3, String(specs).length);
  const all = Array.from({ length: specs }, (_, index) => thing(index + 1, digits));
  const open = Array.from({ length: Math.ceil(specs / 7) }, (_, index) => thing(specs + index + 1, digits));
  const files = new Map<string, string>([
    ["README.md", "# Harbour\n\nA product for harbours.\n"],
    ["docs/product/spec-candidates.md", queue(all, open, random)],
    ["docs/product/roadmap.md", roadmap(open)],
    ["docs/product/implementation-ledger.md", ledger(all)],
  ]);
  for (const one of all)
    for (const [name, text] of generateSpecPackage(one, random))
      files.set(`specs/${one.number}-${one.slug}/${name}`, text);
  return files;
}

function thing(index: number, digits: number): PlannedUnit {
  const [first, second] = [
    things[index % things.length] ?? "",
    kinds[Math.floor(index / things.length) % kinds.length] ?? "",
  ];
  const round = Math.floor(index / (things.length * kinds.length));
  const title = `${first.charAt(0).toUpperCase()}${first.slice(1)} ${second}${round === 0 ? "" : ` for pier ${round}`}`;
  return { number: String(index).padStart(digits, "0"), title, slug: title.toLowerCase().replaceAll(" ", "-") };
}

function queue(all: readonly PlannedUnit[], open: readonly PlannedUnit[], random: () => number): string {
  const third = Math.ceil(open.length / 3);
  const active = open
    .slice(0, third)
    .map(
      (one, index) =>
        `### ${one.title}\n\n- **Priority**: P${1 + Math.floor((3 * index) / third)}\n- **Problem**: ${prose(40, random)}\n- **Why now**: ${prose(25, random)}\n`,
    );
  const manual = open
    .slice(third, 2 * third)
    .map(
      (one, index) =>
        `### ${one.title}\n\n- **Priority**: ${index + 1}\n- **Why manual promotion only**: ${prose(20, random)}\n- **Anchors**: \`docs/product/roadmap.md\`\n`,
    );
  const deferred = open.slice(2 * third).map((one) => `- \`${one.title}\`: ${prose(18, random)}`);
  const promoted = all.map((one) => `- ${one.title} -> Spec ${one.number} (\`${one.slug}\`)`);
  return [
    "# Spec candidates",
    "",
    "**Last reviewed**: 2026-11-20",
    "",
    "## Active",
    "",
    ...active,
    "## Manual promotion only",
    "",
    "**Boundary**: manual promotion only; no automatic pick.",
    "",
    ...manual,
    "## Deferred",
    "",
    ...deferred,
    "",
    "## Promoted to spec",
    "",
    ...promoted,
    "",
    "## Superseded",
    "",
    "- `Paper charts`: nobody prints them any more.",
    "",
  ].join("\n");
}

function roadmap(open: readonly PlannedUnit[]): string {
  const list = (from: number, to: number): string[] => open.slice(from, to).map((one) => `- ${one.title}`);
  const third = Math.ceil(open.length / 3);
  return [
    "# Roadmap",
    "",
    "**Last reviewed**: 2026-11-20",
    "",
    "## Now",
    "",
    ...list(0, third),
    "",
    "## Next",
    "",
    ...list(third, 2 * third),
    "",
    "## Later",
    "",
    ...list(2 * third, open.length),
    "",
  ].join("\n");
}

function ledger(all: readonly PlannedUnit[]): string {
  const rows = all.map((one) => `| ${one.title} | implemented | Spec ${one.number} |`);
  return [
    "# Implementation ledger",
    "",
    "**Last reviewed**: 2026-11-20",
    "",
    "| Capability | Status | Evidence |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
