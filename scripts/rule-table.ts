import { slug } from "github-slugger";
import type { Rule } from "../src/rule-api/index.ts";
import { markdownTable } from "./markdown-table.ts";
import { compareGroups, groupQuestions } from "./rule-groups.ts";

/** The tables of docs/rules/README.md: one for each group. */
export function ruleTable(rules: readonly Rule[]): string {
  return groupsOf(rules)
    .map((group) =>
      groupTable(
        group,
        rules.filter((rule) => groupOf(rule) === group),
      ),
    )
    .join("\n\n");
}

/** The questions that the groups answer, with how many rules each has: the table of the README. */
export function questionTable(rules: readonly Rule[]): string {
  const rows = groupsOf(rules).map((group) => [
    `[${group}](docs/rules/README.md#${slug(headingOf(group))})`,
    groupQuestions[group] ?? "",
    String(rules.filter((rule) => groupOf(rule) === group).length),
  ]);
  return markdownTable(["Group", "Question", "Rules"], rows);
}

function groupsOf(rules: readonly Rule[]): string[] {
  return [...new Set(rules.map(groupOf))].sort(compareGroups);
}

function headingOf(group: string): string {
  const question = groupQuestions[group];
  return question === undefined ? group : `${group} – ${question}`;
}

function groupTable(group: string, rules: readonly Rule[]): string {
  const rows = rules.map(({ id, definition: { meta } }) => [
    `[${id}](${id}.md)`,
    meta.description,
    meta.recommended === false ? `${meta.severity}, off by default` : meta.severity,
    meta.class,
  ]);
  return `## ${headingOf(group)}\n\n${markdownTable(["Rule", "What it checks", "Severity", "Class"], rows)}`;
}

function groupOf(rule: Rule): string {
  return rule.id.slice(0, rule.id.indexOf("/"));
}
