import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyProject, runScript } from "./project-copy.ts";

let root: string;
const generate = (...args: string[]) => runScript(root, "scripts/generate.ts", args);
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
  expect(generate("--check")).toMatchObject({ status: 0, stderr: "", stdout: "" });
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
    "rules/reference/Nested is no rule file: rules stand at rules/<group>/<name>.ts, in kebab-case.",
    "reference/spec-known has no page: write docs/rules/reference/spec-known.md (docs/writing-a-rule.md shows its sections).",
    "reference/spec-known has no cases: write fixtures/rules/reference/spec-known/ok-*/ and bad-*/.",
    "docs/rules/reference/spec-unknown.md is the page of no rule: write rules/reference/spec-unknown.ts, or delete the page.",
    "fixtures/rules/reference/spec-unknown holds cases of no rule: write rules/reference/spec-unknown.ts, or delete the folder.",
  ]);
});
