import type { GeneratedFile } from "./generated-files.ts";

/**
 * The files of a new rule: rule, page, an ok and a bad case. They compile and run, and the contract test fails until
 * the description is written, the bad case is reported and the page says something.
 */
export function ruleSkeleton(id: string, version: string): GeneratedFile[] {
  return [
    { path: `rules/${id}.ts`, text: ruleText(version) },
    { path: `docs/rules/${id}.md`, text: pageText },
    { path: `fixtures/rules/${id}/ok-near-miss/docs/product/spec-candidates.md`, text: queueText },
    { path: `fixtures/rules/${id}/bad-broken/docs/product/spec-candidates.md`, text: queueText },
  ];
}

function ruleText(version: string): string {
  return `import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "",
    severity: "error",
    class: "fact",
    since: "${version}",
  },
  options: noOptions,
  messages: {
    broken: {
      message: "“{title}”",
      fact: "",
      help: "",
    },
  },
  check({ claims, report }) {
    for (const candidate of claims.of("candidate")) {
      const holds = candidate.title !== "";
      if (!holds) report("broken", candidate, { data: { title: candidate.title } });
    }
  },
});
`;
}

const queueText = `# Spec candidates

## Active

### Offline maps

- **Priority**: P1
`;

const example = `\`\`\`\`md path=docs/product/spec-candidates.md\n${queueText}\`\`\`\``;

const pageText = `## What it checks

## Why

## Examples

### Incorrect

${example}

### Correct

${example}

## Options

## When not to use it
`;
