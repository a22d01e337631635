import { listIds } from "./rule-files.ts";

/** Where rules, pages and cases do not belong together, in both directions. Each fault says what to do. */
export function ruleFaults(root: string): string[] {
  const rules = listIds(root, "rules", ".ts");
  const pages = listIds(root, "docs/rules", ".md");
  const cases = listIds(root, "fixtures/rules", "");
  return [
    ...rules.strays.map((path) => `${path} is not a rule file: rules are at rules/<group>/<name>.ts, in kebab-case.`),
    ...pages.strays.map(
      (path) => `${path} is not a rule page: pages are at docs/rules/<group>/<name>.md, in kebab-case.`,
    ),
    ...cases.strays.map(
      (path) => `${path} is not a folder of cases: cases are at fixtures/rules/<group>/<name>/, in kebab-case.`,
    ),
    ...missing(rules.ids, pages.ids).map(
      (id) => `${id} has no page: write docs/rules/${id}.md (docs/writing-a-rule.md shows its sections).`,
    ),
    ...missing(rules.ids, cases.ids).map((id) => `${id} has no cases: write fixtures/rules/${id}/ok-*/ and bad-*/.`),
    ...missing(pages.ids, rules.ids).map(
      (id) => `docs/rules/${id}.md is the page of no rule: write rules/${id}.ts, or delete the page.`,
    ),
    ...missing(cases.ids, rules.ids).map(
      (id) => `fixtures/rules/${id} holds cases of no rule: write rules/${id}.ts, or delete the folder.`,
    ),
  ];
}

function missing(wanted: readonly string[], present: readonly string[]): string[] {
  return wanted.filter((id) => !present.includes(id));
}
