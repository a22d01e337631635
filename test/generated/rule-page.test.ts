import { expect, it } from "vitest";
import { renewPage } from "../../scripts/rule-page.ts";
import { questionTable, ruleTable } from "../../scripts/rule-table.ts";
import { defineRule, noOptions, z, type Rule } from "../../src/rule-api/index.ts";

const meta = { description: "Require a | b", severity: "error", class: "fact", since: "0.2.0" } as const;
const rule: Rule = {
  id: "test/made-up",
  definition: defineRule({
    meta,
    options: z.strictObject({
      ignore: z.array(z.int()).default([12]).describe("Numbers, as in `a|b`."),
      mode: z.enum(["strict", "loose"]).default("loose").describe("How."),
      limit: z.int().min(1).max(9).default(3).describe("How many."),
      prose: z.boolean().default(true).describe("Whether."),
      names: z.record(z.string(), z.string()).default({}).describe("Which."),
    }),
    messages: { broken: { message: "It is.", fact: "it is" } },
    check: () => undefined,
  }),
};
const header = `<!-- generated:header -->
# test/made-up

Require a | b.

| Severity | Class | Presets | Since |
|---|---|---|---|
| error | fact – rests on what the tree contains | \`recommended\`, \`strict\`, \`agent\`, \`adopt\` (warning), \`ci\` | 0.2.0 |

It says:

- It is.
<!-- /generated -->`;
const options = `<!-- generated:options -->
| Option | Value | Default | Meaning |
|---|---|---|---|
| \`ignore\` | list of whole numbers | \`[12]\` | Numbers, as in \`a\\|b\`. |
| \`mode\` | \`"strict"\`, \`"loose"\` | \`"loose"\` | How. |
| \`limit\` | whole number from 1 to 9 | \`3\` | How many. |
| \`prose\` | \`true\` or \`false\` | \`true\` | Whether. |
| \`names\` | object of texts | \`{}\` | Which. |

The defaults, as they are written in the configuration:

\`\`\`json
{ "rules": { "test/made-up": ["error", { "ignore": [12], "mode": "loose", "limit": 3, "prose": true, "names": {} }] } }
\`\`\`
<!-- /generated -->`;
const body = "## What it checks\n\nThis.\n";

it("gives a page without markers its header and options", () => {
  expect(renewPage(`${body}\n## Options\n\n## When not to use it\n`, rule)).toBe(
    `${header}\n\n${body}\n## Options\n\n${options}\n\n## When not to use it\n`,
  );
});

it("replaces what stands between the markers and leaves the rest alone", () => {
  const page = renewPage(`${body}\n## Options\n\nMore.\n\n## When not to use it\n`, rule)!;
  const stale = page.replace("0.2.0", "0.1.0").replace("How many.", "How few.");
  expect(stale).not.toBe(page);
  expect(renewPage(stale, rule)).toBe(page);
  expect(page).toContain("<!-- /generated -->\n\nMore.\n");
});

it("says so when there are no options and no preset turns the rule on", () => {
  const page = renewPage("## Options\n", {
    id: "test/quiet",
    definition: { ...rule.definition, meta: { ...meta, class: "heuristic", severity: "info" }, options: noOptions },
  });
  expect(page).toContain("This rule has no options.");
  expect(page).toContain("| info | heuristic – advisory, may be wrong | `adopt` | 0.2.0 |");
});

it("gives up on a page without the heading", () => {
  expect(renewPage(body, rule)).toBeUndefined();
});

it("shows rules in groups, each linked to its page", () => {
  const off: Rule = {
    id: "scope/off",
    definition: { ...rule.definition, meta: { ...meta, severity: "info", recommended: false } },
  };
  expect(ruleTable([rule, off])).toBe(`## scope – is the audit looking at anything?

| Rule | What it checks | Severity | Class |
|---|---|---|---|
| [scope/off](scope/off.md) | Require a \\| b | info, off by default | fact |

## test

| Rule | What it checks | Severity | Class |
|---|---|---|---|
| [test/made-up](test/made-up.md) | Require a \\| b | error | fact |`);
});

it("counts the rules of each group below its question, with a link to its heading", () => {
  expect(questionTable([{ ...rule, id: "scope/one" }, { ...rule, id: "scope/other" }, rule]))
    .toBe(`| Group | Question | Rules |
|---|---|---|
| [scope](docs/rules/README.md#scope--is-the-audit-looking-at-anything) | is the audit looking at anything? | 2 |
| [test](docs/rules/README.md#test) |  | 1 |`);
});
