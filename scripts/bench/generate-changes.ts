import { kinds, prose, randomFrom, things } from "./generated-words.ts";

/**
 * So many changes in the layout of OpenSpec, deterministic: paths and texts. Each has three files and about as many bytes as a spec package of
 * `generateRepository`, and is valid: every requirement says SHALL and has a scenario.
 */
export function generateChanges(changes: number): Map<string, string> {
  const random = randomFrom(changes);
  const files = new Map<string, string>([["openspec/project.md", "# Harbour\n\nA product for harbours.\n"]]);
  for (let number = 1; number <= changes; number += 1) {
    const capability = `${things[number % things.length] ?? ""}-${kinds[Math.floor(number / things.length) % kinds.length] ?? ""}-${number}`;
    const folder = `openspec/changes/add-${capability}`;
    files.set(`${folder}/proposal.md`, proposal(capability, random));
    files.set(`${folder}/tasks.md`, tasks(random));
    files.set(`${folder}/specs/${capability}/spec.md`, requirements(random));
  }
  return files;
}

function proposal(capability: string, random: () => number): string {
  const what = Array.from({ length: 17 }, () => `- ${prose(60, random)}`);
  return [
    `# Change: add ${capability}`,
    "",
    "## Why",
    "",
    prose(60, random),
    "",
    prose(60, random),
    "",
    "## What Changes",
    "",
    ...what,
    "",
    "## Impact",
    "",
    `- Affected specs: ${capability}`,
    "",
  ].join("\n");
}

function tasks(random: () => number): string {
  const steps = Array.from({ length: 115 }, (_, index) => `- [x] 1.${index + 1} ${prose(14, random)}`);
  return ["# Tasks", "", "## 1. Implementation", "", ...steps, ""].join("\n");
}

function requirements(random: () => number): string {
  const all = Array.from({ length: 43 }, (_, index) => [
    `### Requirement: Number ${index + 1}`,
    "",
    `The system SHALL do this: ${prose(22, random)}`,
    "",
    `#### Scenario: Case ${index + 1}`,
    "",
    `- **WHEN** ${prose(18, random)}`,
    `- **THEN** ${prose(18, random)}`,
    "",
  ]);
  return ["## ADDED Requirements", "", ...all.flat()].join("\n");
}
