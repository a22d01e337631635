import { prose } from "./generated-words.ts";

/** One planned thing: its number is that of its spec. */
export interface PlannedUnit {
  /** As it is in the name of the directory: all of one repository have so many digits. */
  readonly number: string;
  readonly title: string;
  readonly slug: string;
}

/** A file of a package: how many of the packages have it, how long it is on average, in characters, and what it is made of. */
interface PackageFile {
  readonly name: string;
  readonly share: number;
  readonly size: number;
  readonly head: (thing: PlannedUnit) => string;
  readonly block: (index: number, random: () => number) => string;
}

const three = (index: number): string => String(index + 1).padStart(3, "0");

/**
 * The files of a package in the layout of Spec Kit, as large as those of the packages in `sampled-spec-packages.tsv`: 31 in as many public repositories, found on
 * 2026-11-29 by eleven paths that were chosen before any size was looked at. There a package has 37,000 characters of Markdown on average, and 20 of 31 have
 * the first three files. Here all have these three, since all are implemented, and the others are as much rarer as keeps the average.
 */
const files: readonly PackageFile[] = [
  {
    name: "spec.md",
    share: 1,
    size: 10_033,
    head: ({ number, slug, title }) =>
      `# Feature specification: ${title}\n\n**Feature branch**: \`${number}-${slug}\`\n**Status**: Implemented\n\nSee the [plan](plan.md) and the [tasks](tasks.md).\n\n## User scenarios\n`,
    block: story,
  },
  {
    name: "plan.md",
    share: 1,
    size: 7513,
    head: ({ title }) => `# Implementation plan: ${title}\n\n**Spec**: [spec.md](spec.md)\n`,
    block: (index, random) =>
      `## Part ${index + 1}\n\n${prose(60, random)}\n\n- **Choice**: ${prose(14, random)}\n- **Reason**: ${prose(20, random)}\n`,
  },
  {
    name: "tasks.md",
    share: 1,
    size: 11_711,
    head: ({ title }) => `# Tasks: ${title}\n\n**Input**: [spec.md](spec.md), [plan.md](plan.md)\n`,
    block: phase,
  },
  {
    name: "research.md",
    share: 0.27,
    size: 7188,
    head: ({ title }) => `# Research: ${title}\n`,
    block: (index, random) =>
      `## Question ${index + 1}\n\n**Decision**: ${prose(16, random)}\n\n**Rationale**: ${prose(40, random)}\n\n**Alternatives**: ${prose(24, random)}\n`,
  },
  {
    name: "data-model.md",
    share: 0.25,
    size: 6920,
    head: ({ title }) => `# Data model: ${title}\n`,
    block: (index, random) =>
      `## Entity ${index + 1}\n\n| field | type | meaning |\n|---|---|---|\n${Array.from({ length: 6 }, (_, row) => `| field${row + 1} | text | ${prose(8, random)} |`).join("\n")}\n`,
  },
  {
    name: "quickstart.md",
    share: 0.27,
    size: 6177,
    head: ({ title }) => `# Quickstart: ${title}\n`,
    block: (index, random) =>
      `## Step ${index + 1}\n\n${prose(24, random)}\n\n\`\`\`sh\nnpm run harbour -- --step ${index + 1}\n\`\`\`\n`,
  },
  {
    name: "checklists/requirements.md",
    share: 0.25,
    size: 1992,
    head: ({ title }) => `# Checklist: ${title}\n`,
    block: (_, random) => `- [x] ${prose(9, random)}\n`,
  },
  {
    name: "contracts/api.md",
    share: 0.18,
    size: 6425,
    head: ({ title }) => `# Contract: ${title}\n`,
    block: (index, random) =>
      `## Request ${index + 1}\n\n${prose(18, random)}\n\n\`\`\`json\n{ "berth": ${index + 1}, "note": "${prose(6, random)}" }\n\`\`\`\n`,
  },
];

/** The files of one package: names relative to its directory, and texts. Sizes spread from half of the average to one and a half. */
export function generateSpecPackage(thing: PlannedUnit, random: () => number): [string, string][] {
  return files.flatMap(({ name, share, size, head, block }): [string, string][] => {
    if (share < 1 && random() >= share) return [];
    const wanted = size * (0.5 + random());
    const parts = [head(thing)];
    for (let [index, length] = [0, parts[0]?.length ?? 0]; length < wanted; index += 1) {
      const part = block(index, random);
      parts.push(part);
      length += part.length + 1;
    }
    return [[name, parts.join("\n")]];
  });
}

/** Four stories with three scenarios each, and then requirements and criteria. */
function story(index: number, random: () => number): string {
  if (index >= 4) return `- **FR-${three(index - 4)}**: ${prose(22, random)}`;
  const scenarios = Array.from(
    { length: 3 },
    (_, one) => `${one + 1}. **Given** ${prose(8, random)} **When** ${prose(8, random)} **Then** ${prose(10, random)}`,
  );
  return `### User story ${index + 1}\n\n${prose(60, random)}\n\n**Acceptance scenarios**:\n\n${scenarios.join("\n")}\n${index === 3 ? "\n## Requirements\n" : ""}`;
}

function phase(index: number, random: () => number): string {
  const steps = Array.from(
    { length: 8 },
    (_, one) => `- [x] T${three(8 * index + one)} [P] [US${(one % 4) + 1}] ${prose(34, random)}`,
  );
  return `## Phase ${index + 1}\n\n**Goal**: ${prose(16, random)}\n\n${steps.join("\n")}\n`;
}
