import { describe, expect, it } from "vitest";
import { readCheckout } from "../../src/open/read-checkout.ts";
import { copies, gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();

const start = copies(() => gitRepository({ "apps/web/a b.md": "A" }));

function withOrigin(origin: string) {
  const repository = start();
  repository.git("remote", "add", "origin", origin);
  const commit = repository.git("rev-parse", "HEAD");
  return { repository, commit, read: readCheckout(repository.root) };
}

describe("readCheckout", () => {
  it.each([
    ["https://token:secret@github.com/acme/web.git", "https://github.com/acme/web/blob/COMMIT/a.md#L3"],
    ["git@github.com:acme/web.git", "https://github.com/acme/web/blob/COMMIT/a.md#L3"],
    ["ssh://git@gitlab.example:2222/team/sub/web.git", "https://gitlab.example/team/sub/web/-/blob/COMMIT/a.md#L3"],
    ["https://codeberg.org/acme/web/", "https://codeberg.org/acme/web/src/commit/COMMIT/a.md#L3"],
    ["git@bitbucket.org:acme/web.git", "https://bitbucket.org/acme/web/src/COMMIT/a.md#lines-3"],
  ])("links the lines of %s", (origin, url) => {
    const { commit, read } = withOrigin(origin);
    expect(read?.placeUrl?.("a.md", 3)).toBe(url.replace("COMMIT", commit));
    expect(read?.commitUrl).toMatch(new RegExp(`^https://[^@]+/${commit}$`));
  });

  it.each(["/srv/git/github/web.git", "https://git.example/acme/web", "C:/github/web", "git@github.com:web"])(
    "has no links for %s",
    (origin) => {
      const { commit, read } = withOrigin(origin);
      expect(read).toEqual({ branch: "main", commit, commitUrl: undefined, placeUrl: undefined });
    },
  );

  it("knows where the root is in the repository, and escapes the path", () => {
    const { repository, commit } = withOrigin("git@github.com:acme/web.git");
    expect(readCheckout(`${repository.root}/apps/web`)?.placeUrl?.("a b#.md", 1)).toBe(
      `https://github.com/acme/web/blob/${commit}/apps/web/a%20b%23.md#L1`,
    );
  });

  it("takes the commit that is asked for, and a head without a branch", () => {
    const repository = start();
    const commit = repository.git("rev-parse", "HEAD");
    repository.git("tag", "v1");
    repository.git("checkout", "-q", "--detach");
    expect(readCheckout(repository.root)).toMatchObject({ branch: undefined, commit });
    expect(readCheckout(repository.root, "v1")).toMatchObject({ branch: undefined, commit });
    expect(readCheckout(repository.root, "v2")).toBeUndefined();
  });

  it("is nothing without a commit", () => {
    expect(readCheckout(gitRepository().root)).toBeUndefined();
  });
});
