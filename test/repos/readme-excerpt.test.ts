import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../cli/run.ts";

const project = join(import.meta.dirname, "../..");

it("shows in the README what the audit of fixtures/repos/drifted really prints", async () => {
  const { code, out } = await run(["--root", join(project, "fixtures/repos/drifted")]);
  const excerpt = /<!-- excerpt -->\n```text\n([\s\S]*?)```\n<!-- \/excerpt -->/.exec(
    readFileSync(join(project, "README.md"), "utf8"),
  )?.[1];
  expect(code).toBe(1);
  expect(out).toContain("promotion/slug-matches");
  expect(excerpt).toBe(out);
});
