import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();

const project = join(import.meta.dirname, "../..");

it("shows in the README what the audit of fixtures/repos/drifted really prints", async () => {
  const repository = gitRepository();
  cpSync(join(project, "fixtures/repos/drifted"), repository.root, { recursive: true });
  repository.commit();
  const { code, out } = await run(["--root", repository.root]);
  const excerpt = /<!-- excerpt -->\n```text\n([\s\S]*?)```\n<!-- \/excerpt -->/.exec(
    readFileSync(join(project, "README.md"), "utf8"),
  )?.[1];
  expect(code).toBe(1);
  expect(out).toContain("promotion/slug-matches");
  expect(excerpt).toBe(out);
});
