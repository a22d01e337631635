import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject, runScript, runTests } from "./project-copy.ts";

let root: string;
const newRule = (...args: string[]) => runScript(root, "scripts/new-rule.ts", args);

beforeAll(() => {
  root = copyProject();
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("a new rule is refused", () => {
  it.each([
    ["without an id", [], /^Usage: npm run new-rule/],
    ["with two ids", ["scope/a", "scope/b"], /^Usage: npm run new-rule/],
    ["without a group", ["changelog"], /^“changelog” is no rule id: write group\/name in lower case/],
    ["with another spelling", ["reference/ChangelogEntry"], /is no rule id/],
    ["with a path that leads elsewhere", ["reference/../../x"], /is no rule id/],
    ["in an unknown group", ["changelog/entry"], /^There is no group “changelog”\. The groups are .*reference.*; add --new-group if none of them fits\./],
    ["in a group that is not new", ["reference/entry", "--new-group"], /^The group “reference” is there already: leave --new-group out\./],
    ["when it is there already", ["reference/spec-known"], /^There is already rules\/reference\/spec-known\.ts and docs\/rules\/reference\/spec-known\.md\. Choose another name/],
    ["with an unknown option", ["reference/entry", "--group"], /^Unknown option '--group'/],
  ])("%s", (_when, args, message) => {
    const { status, stdout, stderr } = newRule(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
  });
});

describe("a new rule", () => {
  it("gets its files, is in everything that is generated, and fails its tests until it is written", () => {
    const { status, stdout, stderr } = newRule("changelog/entry-known", "--new-group");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const written = [
      "rules/changelog/entry-known.ts",
      "docs/rules/changelog/entry-known.md",
      "fixtures/rules/changelog/entry-known/ok-near-miss/docs/product/spec-candidates.md",
      "fixtures/rules/changelog/entry-known/bad-broken/docs/product/spec-candidates.md",
      "rules/index.ts",
      "schema.json",
      "README.md",
    ];
    for (const path of written) {
      expect(stdout).toContain(`wrote ${path}\n`);
      expect(existsSync(join(root, path)), path).toBe(true);
    }
    expect(stdout).toContain("changelog/entry-known fails the contract test until it is written");
    expect(readFileSync(join(root, "rules/index.ts"), "utf8")).toContain('{ id: "changelog/entry-known", definition: changelogEntryKnown }');
    expect(runScript(root, "scripts/generate.ts", ["--check"])).toMatchObject({ status: 0, stderr: "" });

    const tests = runTests(root, ["test/rules", "-t", "changelog/entry-known"]);
    expect(tests.status).toBe(1);
    for (const failed of [
      "contract.test.ts > changelog/entry-known > describes itself in one imperative line",
      "contract.test.ts > changelog/entry-known > says claim, truth and way out in whole sentences",
      "contract.test.ts > changelog/entry-known > produces each of its messages in a bad case",
      "fixtures.test.ts > changelog/entry-known > bad-broken",
      "pages.test.ts > changelog/entry-known > has the sections of every page, and something in each",
      "pages.test.ts > changelog/entry-known > reports the incorrect example",
    ]) {
      expect(tests.stderr).toContain(`FAIL  test/rules/${failed}`);
    }
  });
});
