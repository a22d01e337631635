/** A number from 0 to 1, the same ones in the same order for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const things = "berth tide mooring harbour lantern chart pilot cargo ferry quay anchor buoy lock signal crane deck cabin rope sail winch dredge beacon channel jetty".split(" ");
const kinds = "calendar ledger survey posters board export import report planner archive booking forecast register overview search history alerts permits roster invoices".split(" ");
const words = "the harbour master plans every week by hand and nobody knows which berth is free when a ferry arrives late so that visitors wait at the counter while staff call the pilots one after the other to find out what has changed since morning".split(" ");

/** One planned thing: its number is that of its spec. */
interface Thing {
  readonly number: number;
  readonly title: string;
  readonly slug: string;
}

/**
 * A repository of so many specs, deterministic: paths and texts. The planning documents grow with the specs; most candidates are
 * promoted, a seventh is open. Sizes are those of real spec packages: about 15 kB for each.
 */
export function generateRepository(specs: number): Map<string, string> {
  const random = randomFrom(specs);
  const all = Array.from({ length: specs }, (_, index) => thing(index + 1));
  const open = Array.from({ length: Math.ceil(specs / 7) }, (_, index) => thing(specs + index + 1));
  const files = new Map<string, string>([
    ["README.md", "# Harbour\n\nA product for harbours.\n"],
    ["docs/product/spec-candidates.md", queue(all, open, random)],
    ["docs/product/roadmap.md", roadmap(open)],
    ["docs/product/implementation-ledger.md", ledger(all)],
  ]);
  for (const one of all) for (const [name, text] of specPackage(one, random)) files.set(`specs/${pad(one.number)}-${one.slug}/${name}`, text);
  return files;
}

function thing(number: number): Thing {
  const [first, second] = [things[number % things.length] ?? "", kinds[Math.floor(number / things.length) % kinds.length] ?? ""];
  const round = Math.floor(number / (things.length * kinds.length));
  const title = `${first.charAt(0).toUpperCase()}${first.slice(1)} ${second}${round === 0 ? "" : ` for pier ${round}`}`;
  return { number, title, slug: title.toLowerCase().replaceAll(" ", "-") };
}

function pad(number: number): string {
  return String(number).padStart(3, "0");
}

function prose(count: number, random: () => number): string {
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? "");
  const sentence = chosen.join(" ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function queue(all: readonly Thing[], open: readonly Thing[], random: () => number): string {
  const third = Math.ceil(open.length / 3);
  const active = open.slice(0, third).map((one, index) => `### ${one.title}\n\n- **Priority**: P${1 + Math.floor((3 * index) / third)}\n- **Problem**: ${prose(40, random)}\n- **Why now**: ${prose(25, random)}\n`);
  const manual = open.slice(third, 2 * third).map((one, index) => `### ${one.title}\n\n- **Priority**: ${index + 1}\n- **Why manual promotion only**: ${prose(20, random)}\n- **Anchors**: \`docs/product/roadmap.md\`\n`);
  const deferred = open.slice(2 * third).map((one) => `- \`${one.title}\`: ${prose(18, random)}`);
  const promoted = all.map((one) => `- ${one.title} -> Spec ${pad(one.number)} (\`${one.slug}\`)`);
  return [
    "# Spec candidates", "", "**Last reviewed**: 2026-11-20", "", "## Active", "", ...active,
    "## Manual promotion only", "", "**Boundary**: manual promotion only; no automatic pick.", "", ...manual,
    "## Deferred", "", ...deferred, "", "## Promoted to spec", "", ...promoted, "", "## Superseded", "", "- `Paper charts`: nobody prints them any more.", "",
  ].join("\n");
}

function roadmap(open: readonly Thing[]): string {
  const list = (from: number, to: number): string[] => open.slice(from, to).map((one) => `- ${one.title}`);
  const third = Math.ceil(open.length / 3);
  return ["# Roadmap", "", "**Last reviewed**: 2026-11-20", "", "## Now", "", ...list(0, third), "", "## Next", "", ...list(third, 2 * third), "", "## Later", "", ...list(2 * third, open.length), ""].join("\n");
}

function ledger(all: readonly Thing[]): string {
  const rows = all.map((one) => `| ${one.title} | implemented | Spec ${pad(one.number)} |`);
  return ["# Implementation ledger", "", "**Last reviewed**: 2026-11-20", "", "| Capability | Status | Evidence |", "|---|---|---|", ...rows, ""].join("\n");
}

function specPackage({ number, title, slug }: Thing, random: () => number): [string, string][] {
  const stories = Array.from({ length: 6 }, (_, index) => `### User story ${index + 1}\n\n${prose(90, random)}\n\n**Acceptance**: ${prose(40, random)}\n`);
  const requirements = Array.from({ length: 15 }, (_, index) => `- **FR-${String(index + 1).padStart(3, "0")}**: ${prose(22, random)}`);
  const tasks = Array.from({ length: 40 }, (_, index) => `- [x] T${String(index + 1).padStart(3, "0")} ${prose(14, random)}`);
  return [
    ["spec.md", [`# Feature specification: ${title}`, "", `**Feature branch**: \`${pad(number)}-${slug}\``, "**Status**: Implemented", "", "## User stories", "", ...stories, "## Requirements", "", ...requirements, ""].join("\n")],
    ["plan.md", ["# Plan", "", ...Array.from({ length: 8 }, () => `${prose(60, random)}\n`)].join("\n")],
    ["tasks.md", ["# Tasks", "", ...tasks, ""].join("\n")],
  ];
}
