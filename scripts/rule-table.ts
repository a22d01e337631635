import type { Rule } from "../src/rule-api/index.ts";
import { markdownTable } from "./markdown-table.ts";
import { compareGroups, groupQuestions } from "./rule-groups.ts";

/** The rule table of the README: one table for each group. */
export function ruleTable(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(groupOf))].sort(compareGroups);
  return groups
    .map((group) =>
      groupTable(
        group,
        rules.filter((rule) => groupOf(rule) === group),
      ),
    )
    .join("\n\n");
}

function groupTable(group: string, rules: readonly Rule[]): string {
  const question = groupQuestions[group];
  const rows = rules.map(({ id, definition: { meta } }) => [
    `[${id}](docs/rules/${id}.md)`,
    meta.description,
    meta.recommended === false ? `${meta.severity}, off by default` : meta.severity,
    meta.class,
  ]);
  return `### ${group}${question === undefined ? "" : ` – ${question}`}\n\n${markdownTable(["Rule", "What it checks", "Severity", "Class"], rows)}`;
}

function groupOf(rule: Rule): string {
  return rule.id.slice(0, rule.id.indexOf("/"));
}
