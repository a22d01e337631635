import { expect, it } from "vitest";
import { commitFiles } from "../../src/source/git/git-files.ts";
import { blobReader, readBlobs } from "../../src/source/git/git-objects.ts";
import { sizeLimit } from "../../src/source/read-text.ts";
import { gitRepository, isolateGit } from "./git-repository.ts";

isolateGit();

it("a later tree of a walk is read, too: its contents are not those of the files that the walk began with", () => {
  const repository = gitRepository({ "docs/a.md": "before", "docs/b.md": "b" });
  const read = blobReader(repository.root, commitFiles(repository.root, repository.git("rev-parse", "HEAD")));
  repository.write({ "docs/a.md": "after" });
  const files = commitFiles(repository.root, repository.commit());
  expect(files.map((file) => read(file))).toMatchObject([
    { ok: true, text: "after" },
    { ok: true, text: "b" },
  ]);
});

it.each([
  ["in one answer", sizeLimit + 1],
  ["where all together is more than is taken unasked", 64 * 1024 * 1024 + 1],
])("what is too large, is not there or is no blob is none of the texts, %s", (_, size) => {
  const repository = gitRepository({ "small.md": "größer\n", "large.md": Buffer.alloc(size, "x") });
  const [small, large, commit] = ["HEAD:small.md", "HEAD:large.md", "HEAD"].map((name) =>
    repository.git("rev-parse", name),
  ) as [string, string, string];
  const missing = "0123456789".repeat(4);
  const results = readBlobs(repository.root, [small, large, commit, missing]);
  expect(results.get(small)).toMatchObject({ ok: true, text: "größer\n", id: small });
  expect(results.get(large)).toMatchObject({
    ok: false,
    reason: "too-large",
    detail: expect.stringContaining(String(size)) as unknown,
  });
  expect([results.get(commit), results.get(missing)]).toMatchObject([
    { ok: false, reason: "unreadable" },
    { ok: false, reason: "unreadable" },
  ]);
});
