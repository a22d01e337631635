import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pictureColumns } from "../../scripts/readme-sample.ts";
import { pictureText } from "../../scripts/terminal-picture.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();

const project = join(import.meta.dirname, "../..");

it("shows in the picture of the README what the audit of fixtures/repos/drifted really prints", async () => {
  const repository = gitRepository();
  cpSync(join(project, "fixtures/repos/drifted"), repository.root, { recursive: true });
  repository.commit();
  let out = "";
  const stdout = { write: (words: string) => void (out += words), isTTY: true, columns: pictureColumns };
  const { code } = await run(["--root", repository.root, "--no-color"], { stdout });
  expect(code).toBe(1);
  expect(out).toContain("promotion/slug-matches");
  const picture = readFileSync(join(project, "docs/terminal.svg"), "utf8");
  expect(pictureText(picture)).toBe(`$ npx queue-lint\n${out.replaceAll(/\u001B\]8;;[^\u0007]*\u0007/g, "")}`);
});
