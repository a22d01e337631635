const id = "changelog/entry-known";
const fixtures = `fixtures/rules/${id}`;
const document = "docs/product/spec-candidates.md";
const queue = (title: string): string => `# Spec candidates\n\n## Active\n\n### ${title}\n\n- **Priority**: P1\n`;

const rule = `import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a candidate that is the changelog itself",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    recommended: false,
  },
  options: noOptions,
  messages: {
    changelog: {
      message: "“{title}” is a file that every release has.",
      fact: "a changelog is written with each release",
      help: "Name what is missing in it.",
    },
  },
  check({ claims, report }) {
    for (const candidate of claims.of("candidate")) {
      if (candidate.key === "changelog") report("changelog", candidate, { data: { title: candidate.title } });
    }
  },
});
`;

const page = (skeleton: string): string =>
  skeleton
    .replace("## What it checks\n", "## What it checks\n\nThe title of a candidate.\n")
    .replace("## Why\n", "## Why\n\nA changelog is never done.\n")
    .replace("### Offline maps", "### Changelog")
    .replace("## When not to use it\n", "## When not to use it\n\nIn a project without releases.\n");

/**
 * The files of a rule as a person has written them, from those that `npm run new-rule -- changelog/entry-known` made: paths and texts. It is a rule
 * that no preset turns on, so that one silent case is enough.
 */
export function writtenRule(skeleton: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const made = (path: string): string => skeleton.get(path) ?? "";
  const changelog = "CHANGELOG.md";
  return {
    [`rules/${id}.ts`]: rule,
    [`docs/rules/${id}.md`]: page(made(`docs/rules/${id}.md`)),
    [`${fixtures}/ok-near-miss/${document}`]: queue("Changelog viewer"),
    [`${fixtures}/bad-broken/${document}`]: queue("Changelog"),
    [changelog]: `${made(changelog)}- The rule \`${id}\`.\n`,
  };
}
