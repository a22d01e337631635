import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { findBase, type FoundBase } from "../../src/source/git/find-base.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "./git-repository.ts";

isolateGit();

/** A server, and a clone with a branch of two commits that parted from main before main moved on. */
function cloneWithBranch(): {
  readonly server: Repository;
  readonly clone: Repository;
  readonly parted: string;
  readonly tip: string;
} {
  const server = gitRepository({ "a.md": "1" });
  const parted = server.git("rev-parse", "HEAD");
  const clone = repositoryAt(join(server.root, "../clone"));
  server.git("clone", "-q", `file://${server.root}`, clone.root);
  clone.git("switch", "-q", "--no-track", "-c", "feature");
  for (const text of ["1", "2"]) {
    clone.write({ "b.md": text });
    clone.commit();
  }
  server.write({ "a.md": "2" });
  const tip = server.commit();
  clone.git("fetch", "-q");
  return { server, clone, parted, tip };
}

const auto = ({ root }: Repository, environment: NodeJS.ProcessEnv = {}, head = "HEAD"): Promise<FoundBase> =>
  findBase(root, { base: "auto", head, environment });
const refusalOf = async (found: Promise<FoundBase>): Promise<UsageError> => {
  const error: unknown = await found.then(
    ({ name }) => new Error(`it was found: ${name}`),
    (reason: unknown) => reason,
  );
  if (error instanceof UsageError) return error;
  throw error;
};
const event = ({ root }: Repository, content: unknown): NodeJS.ProcessEnv => {
  const path = join(root, "../event.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return { CI: "true", GITHUB_EVENT_PATH: path };
};

describe("a base by name", () => {
  it("is where the tree parted from it, not where it stands now", async () => {
    const { clone, parted } = cloneWithBranch();
    expect(await findBase(clone.root, { base: "origin/main", head: "HEAD" })).toEqual({
      name: "origin/main",
      commit: parted,
    });
  });

  it("is found from a detached head, and for another commit than the one that is checked out", async () => {
    const { clone, parted, tip } = cloneWithBranch();
    clone.git("switch", "-q", "--detach", "HEAD~1");
    expect(await findBase(clone.root, { base: "origin/main", head: "HEAD" })).toEqual({
      name: "origin/main",
      commit: parted,
    });
    expect(await findBase(clone.root, { base: "origin/main", head: tip })).toEqual({
      name: "origin/main",
      commit: tip,
    });
  });

  it.each(["nowhere", "--output=x", "", "HEAD^{tree}", "auto2"])("%j is refused", async (base) => {
    const { clone } = cloneWithBranch();
    expect(await refusalOf(findBase(clone.root, { base, head: "HEAD" }))).toBeInstanceOf(UsageError);
  });
});

describe("auto on a machine", () => {
  it("takes the upstream branch, then the default branch of the remote", async () => {
    const { clone, parted } = cloneWithBranch();
    expect(await auto(clone)).toEqual({ name: "origin/HEAD", commit: parted });
    clone.git("branch", "-q", "--set-upstream-to", "origin/main");
    expect(await auto(clone)).toEqual({ name: "the upstream branch", commit: parted });
    expect(await auto(clone, { CI: "true" })).toEqual({ name: "origin/HEAD", commit: parted });
  });

  it("finds nothing without a remote, and says what it looked for", async () => {
    const refusal = await refusalOf(auto(gitRepository({ "a.md": "1" })));
    expect(refusal.message).toBe(
      "No base was found: this clone has no other commit under @{upstream}, refs/remotes/origin/HEAD.",
    );
    expect(refusal.help).toContain("--base REF");
  });

  it("finds nothing in a repository without commits, and says that", async () => {
    expect((await refusalOf(auto(gitRepository()))).message).toBe("This repository has no commit yet.");
  });
});

describe("auto in GitHub Actions", () => {
  it("takes the target of the pull request", async () => {
    const { clone, parted } = cloneWithBranch();
    expect(await auto(clone, { CI: "true", GITHUB_BASE_REF: "main" })).toEqual({ name: "main", commit: parted });
  });

  it("takes the first parent of the merge that is checked out for a pull request, also when the clone is shallow", async () => {
    const { server, clone, tip } = cloneWithBranch();
    server.git("fetch", "-q", clone.root, "feature");
    server.git("switch", "-q", "--detach", "main");
    server.git("merge", "-q", "--no-ff", "-m", "Merge", "FETCH_HEAD");
    const merge = server.git("rev-parse", "HEAD");
    server.git("update-ref", "refs/pull/7/merge", merge);
    const shallow = repositoryAt(join(server.root, "../shallow"));
    server.git("init", "-q", "--template=", shallow.root);
    shallow.git("fetch", "-q", "--depth", "2", `file://${server.root}`, "refs/pull/7/merge");
    shallow.git("switch", "-q", "--detach", "FETCH_HEAD");
    const environment = { CI: "true", GITHUB_REF: "refs/pull/7/merge", GITHUB_SHA: merge, GITHUB_BASE_REF: "main" };
    expect(await auto(shallow, environment)).toEqual({ name: "main", commit: tip });
  });

  it("takes the target when the branch itself is checked out instead of that merge: its own last commit is no base", async () => {
    const { clone, parted, tip } = cloneWithBranch();
    const environment = {
      CI: "true",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_SHA: "0123456789012345678901234567890123456789",
      GITHUB_BASE_REF: "main",
    };
    expect(await auto(clone, environment)).toEqual({ name: "main", commit: parted });
    clone.git("merge", "-q", "--no-ff", "-m", "Bring main in", "origin/main");
    expect(await auto(clone, environment)).toEqual({ name: "main", commit: tip });
  });

  it.each([
    ["a pull request", (id: string) => ({ pull_request: { base: { sha: id } } })],
    ["a push", (id: string) => ({ before: id })],
    ["a merge queue", (id: string) => ({ merge_group: { base_sha: id } })],
  ])("takes the commit that the event of %s names", async (_, content) => {
    const { clone, parted, tip } = cloneWithBranch();
    expect(await auto(clone, event(clone, content(tip)))).toEqual({ name: tip.slice(0, 7), commit: parted });
  });

  it("reads an event with a byte-order mark, and looks further when it names no commit, a new branch, or one that the clone does not have", async () => {
    const { clone, parted } = cloneWithBranch();
    for (const content of [
      "\uFEFF{}",
      { before: "0".repeat(40) },
      { before: "1".repeat(40) },
      { before: 7 },
      { before: "--output=x" },
      { pull_request: null },
      "[]",
      "null",
    ]) {
      expect(await auto(clone, event(clone, content))).toEqual({ name: "origin/HEAD", commit: parted });
    }
  });

  it("takes no other branch for the target of a pull request that the clone does not have", async () => {
    const { clone, tip } = cloneWithBranch();
    expect((await refusalOf(auto(clone, { CI: "true", GITHUB_BASE_REF: "release" }))).message).toContain(
      "refs/remotes/origin/release",
    );
    const synchronized = event(clone, { before: tip, pull_request: { base: { sha: "1".repeat(40) } } });
    expect((await refusalOf(auto(clone, synchronized))).message).toContain("1".repeat(40));
  });

  it("compares a commit with itself for a new branch only: for a push to the default branch that would be no comparison", async () => {
    const { server } = cloneWithBranch();
    const fresh = repositoryAt(join(server.root, "../fresh"));
    server.git("clone", "-q", `file://${server.root}`, fresh.root);
    const head = fresh.git("rev-parse", "HEAD");
    expect(await auto(fresh, event(fresh, { before: "0".repeat(40) }))).toEqual({ name: "origin/HEAD", commit: head });
    expect(await auto(fresh)).toEqual({ name: "the upstream branch", commit: head });
    for (const content of [{ before: "1".repeat(40) }, {}])
      expect((await refusalOf(auto(fresh, event(fresh, content)))).help).toContain("--base REF");
  });

  it.each([
    ["no JSON", "{"],
    ["empty", ""],
  ])("refuses an event that is %s", async (_, content) => {
    const { clone } = cloneWithBranch();
    const refusal = await refusalOf(auto(clone, event(clone, content)));
    expect(refusal.message).toMatch(/^The event of the CI cannot be read: /);
    expect(refusal.place).toMatch(/event\.json$/);
  });

  it("refuses an event that is not there", async () => {
    const { clone } = cloneWithBranch();
    expect((await refusalOf(auto(clone, { GITHUB_EVENT_PATH: join(clone.root, "nowhere.json") }))).message).toContain(
      "ENOENT",
    );
  });
});

describe("auto in GitLab", () => {
  it("takes the commit from which the merge request parted", async () => {
    const { clone, parted } = cloneWithBranch();
    const environment = { CI: "true", CI_MERGE_REQUEST_DIFF_BASE_SHA: parted };
    expect(await auto(clone, environment)).toEqual({ name: parted.slice(0, 7), commit: parted });
    expect(await auto(clone, { ...environment, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" })).toEqual({
      name: "main",
      commit: parted,
    });
  });

  it("never takes an option for a commit", async () => {
    const { clone } = cloneWithBranch();
    expect((await refusalOf(auto(clone, { CI: "true", CI_MERGE_REQUEST_DIFF_BASE_SHA: "--output=x" }))).message).toBe(
      "“--output=x” is not a ref.",
    );
  });
});

describe("a shallow clone", () => {
  it("has no base, and says how to fetch one", async () => {
    const { server } = cloneWithBranch();
    const shallow = repositoryAt(join(server.root, "../shallow"));
    server.git("clone", "-q", "--depth", "1", `file://${server.root}`, shallow.root);
    for (const refusal of [
      await refusalOf(findBase(shallow.root, { base: "HEAD~1", head: "HEAD" })),
      await refusalOf(auto(shallow, { CI: "true", GITHUB_BASE_REF: "release" })),
    ])
      expect(refusal.help + refusal.message).toContain("git fetch --unshallow");
  });

  it("compares no tree with itself when the event names a commit that it lacks", async () => {
    const { server, parted } = cloneWithBranch();
    const shallow = repositoryAt(join(server.root, "../shallow"));
    server.git("clone", "-q", "--depth", "1", `file://${server.root}`, shallow.root);
    const refusal = await refusalOf(auto(shallow, event(shallow, { before: parted })));
    expect(refusal.help).toContain("git fetch --unshallow");
  });
});
