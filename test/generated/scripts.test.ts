import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRule } from "../../scripts/create-rule.ts";
import { copyProject, runScript, runTests, textsOf } from "./project-copy.ts";
import { writtenRule } from "./written-rule.ts";

/** One copy for all of these tests, in their order: the last one leaves it broken. */
let root: string;
const generate = (...args: string[]) => runScript(root, "scripts/generate.ts", args);
const newRule = (...args: string[]) => runScript(root, "scripts/new-rule.ts", args);
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeAll(async () => {
  root = await copyProject();
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

it("names every file that differs, writes nothing for --check, and puts all of it right otherwise", () => {
  const before = {
    index: read("rules/index.ts"),
    schema: read("schema.json"),
    page: read("docs/rules/reference/spec-known.md"),
  };
  appendFileSync(join(root, "rules/index.ts"), "// edited\n");
  rmSync(join(root, "schema.json"));
  const stale = before.page.replace("# reference/spec-known", "# reference/specs-known");
  writeFileSync(join(root, "docs/rules/reference/spec-known.md"), stale);

  const checked = generate("--check");
  expect(checked.status).toBe(1);
  expect(checked.stderr.trim().split("\n")).toEqual([
    "rules/index.ts is not what the generator makes of its sources.",
    "schema.json is not what the generator makes of its sources.",
    "docs/rules/reference/spec-known.md is not what the generator makes of its sources.",
    "Run “npm run generate”, and commit what it writes.",
  ]);
  expect(read("docs/rules/reference/spec-known.md")).toBe(stale);

  const written = generate();
  expect(written).toMatchObject({
    status: 0,
    stderr: "",
    stdout: "wrote rules/index.ts\nwrote schema.json\nwrote docs/rules/reference/spec-known.md\n",
  });
  expect({
    index: read("rules/index.ts"),
    schema: read("schema.json"),
    page: read("docs/rules/reference/spec-known.md"),
  }).toEqual(before);
});

describe("a new rule is refused", () => {
  it.each([
    [
      "without a group",
      { id: "changelog", newGroup: false },
      "“changelog” is not a rule id: write group/name in lower case",
    ],
    ["with another spelling", { id: "reference/ChangelogEntry", newGroup: false }, "is not a rule id"],
    ["with a path that leads elsewhere", { id: "reference/../../x", newGroup: false }, "is not a rule id"],
    [
      "in an unknown group",
      { id: "changelog/entry", newGroup: false },
      /^There is no group “changelog”\. The groups are .*reference.*; add --new-group if none of them fits\.$/,
    ],
    [
      "in a group that is not new",
      { id: "reference/entry", newGroup: true },
      "The group “reference” is there already: leave --new-group out.",
    ],
    [
      "when it is there already",
      { id: "reference/spec-known", newGroup: false },
      /^There is already rules\/reference\/spec-known\.ts and docs\/rules\/reference\/spec-known\.md\. Choose another name/,
    ],
  ])("%s", async (_when, request, message) => {
    const before = readFileSync(join(root, "rules/index.ts"), "utf8");
    await expect(createRule(root, request)).rejects.toThrow(message);
    expect(readFileSync(join(root, "rules/index.ts"), "utf8")).toBe(before);
  });

  it.each([
    ["two ids", ["scope/a", "scope/b"], "Usage: npm run new-rule -- group/name [--new-group]\n"],
    ["an unknown option", ["reference/entry", "--group"], "Unknown option '--group'"],
  ])("with %s, without a stack trace", (_what, args, message) => {
    const { status, stdout, stderr } = newRule(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });
});

const testsOfRule = [
  ...["contract", "fixtures", "pages"].map((name) => `test/rules/${name}.test.ts`),
  "-t",
  "changelog/entry-known",
  "--no-isolate",
  "--no-file-parallelism",
];

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
      "docs/rules/README.md",
    ];
    for (const path of written) {
      expect(stdout).toContain(`wrote ${path}\n`);
      expect(existsSync(join(root, path)), path).toBe(true);
    }
    expect(stdout).toContain("changelog/entry-known fails the contract test until it is written");
    expect(readFileSync(join(root, "rules/index.ts"), "utf8")).toContain(
      '{ id: "changelog/entry-known", definition: changelogEntryKnown }',
    );
    expect(generate("--check")).toMatchObject({ status: 0, stdout: "", stderr: "" });

    const tests = runTests(root, testsOfRule);
    expect(tests.status).toBe(1);
    for (const failed of [
      "contract.test.ts > changelog/entry-known > describes itself in one imperative line",
      "contract.test.ts > changelog/entry-known > says claim, truth and way out in whole sentences",
      "contract.test.ts > changelog/entry-known > produces each of its messages in a bad case",
      "fixtures.test.ts > changelog/entry-known > bad-broken",
      "pages.test.ts > changelog/entry-known > has the sections of every page, and something in each",
      "pages.test.ts > changelog/entry-known > reports the incorrect example",
    ]) {
      expect(tests.stderr).toContain(`FAIL  |pure| test/rules/${failed}`);
    }
  });

  it("is done when a person has written five files, and scripts the others", () => {
    const skeleton = textsOf(root);
    const byHand = writtenRule(skeleton);
    for (const [path, text] of Object.entries(byHand)) writeFileSync(join(root, path), text);
    const tests = runTests(root, testsOfRule, true);
    expect({ status: tests.status, stderr: tests.stderr }).toEqual({ status: 0, stderr: "" });
    const generated = runScript(root, "scripts/generate.ts");
    expect(generated).toMatchObject({ status: 0, stderr: "" });

    const byScripts = [...generated.stdout.matchAll(/^wrote (.+)$/gm)].map(([, path]) => path);
    expect(byScripts).toContain("docs/precision.md");
    expect(Object.keys(byHand)).toHaveLength(5);
    const changed = [...textsOf(root)].filter(([path, text]) => skeleton.get(path) !== text).map(([path]) => path);
    expect(changed.filter((path) => !byScripts.includes(path) || Object.hasOwn(byHand, path)).sort()).toEqual([
      "CHANGELOG.md",
      "docs/rules/changelog/entry-known.md",
      "fixtures/rules/changelog/entry-known/bad-broken/docs/product/spec-candidates.md",
      // Written by “npm run update-fixtures”.
      "fixtures/rules/changelog/entry-known/bad-broken/expected.txt",
      "fixtures/rules/changelog/entry-known/ok-near-miss/docs/product/spec-candidates.md",
      "rules/changelog/entry-known.ts",
    ]);
  });
});

it("tells what does not belong together, in both directions", () => {
  const rename = (from: string, to: string) => {
    renameSync(join(root, from), join(root, to));
  };
  rename("docs/rules/reference/spec-known.md", "docs/rules/reference/spec-unknown.md");
  rename("fixtures/rules/reference/spec-known", "fixtures/rules/reference/spec-unknown");
  mkdirSync(join(root, "rules/reference/Nested"));
  const { status, stderr } = generate("--check");
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    "docs/precision.md is not what the generator makes of its sources.",
    "Run “npm run generate”, and commit what it writes.",
    "rules/reference/Nested is not a rule file: rules are at rules/<group>/<name>.ts, in kebab-case.",
    "reference/spec-known has no page: write docs/rules/reference/spec-known.md (docs/writing-a-rule.md shows its sections).",
    "reference/spec-known has no cases: write fixtures/rules/reference/spec-known/ok-*/ and bad-*/.",
    "docs/rules/reference/spec-unknown.md is the page of no rule: write rules/reference/spec-unknown.ts, or delete the page.",
    "fixtures/rules/reference/spec-unknown holds cases of no rule: write rules/reference/spec-unknown.ts, or delete the folder.",
  ]);
});
