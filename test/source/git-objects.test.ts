import { expect, it } from "vitest";
import { commitFiles } from "../../src/source/git-files.ts";
import { blobReader } from "../../src/source/git-objects.ts";
import { gitRepository, isolateGit } from "./git-repository.ts";

isolateGit();

it("a later tree of a walk is read, too: its contents are not those of the files that the walk began with", () => {
  const repository = gitRepository({ "docs/a.md": "before", "docs/b.md": "b" });
  const read = blobReader(repository.root, commitFiles(repository.root, repository.git("rev-parse", "HEAD")));
  repository.write({ "docs/a.md": "after" });
  const files = commitFiles(repository.root, repository.commit());
  expect(files.map((file) => read(file))).toMatchObject([{ ok: true, text: "after" }, { ok: true, text: "b" }]);
});
