import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { queue, spec, queueOf, sound, missing, broken } from "./staged-audit.ts";

isolateGit();

describe("a pre-commit hook", () => {
  const hooked = (files: Readonly<Record<string, string>> = sound): Repository => {
    const repository = gitRepository(files);
    repository.hook("pre-commit", "queue-lint --staged");
    return repository;
  };

  it("refuses what would be committed by a plain commit, and lets the rest through", () => {
    const repository = hooked();
    repository.write({ [queue]: broken });
    repository.git("add", queue);
    expect(repository.tryGit("commit", "-m", "Broken")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
    repository.write({ "specs/002-coat-check/spec.md": spec });
    repository.git("add", "specs");
    expect(repository.tryGit("commit", "-m", "Sound").status).toBe(0);
  });

  it("sees what commit -a, commit FILE and commit --amend take along", () => {
    const repository = hooked();
    repository.write({ [queue]: broken, "README.md": "Readme" });
    repository.git("add", "README.md");
    expect(repository.tryGit("commit", "-am", "All").output).toContain(missing);
    expect(repository.tryGit("commit", "-m", "Queue", queue).output).toContain(missing);
    expect(repository.tryGit("commit", "--amend", "-m", "Amended", queue).output).toContain(missing);
    expect(repository.tryGit("commit", "-m", "Readme", "README.md").status).toBe(0);
    expect(repository.tryGit("commit", "--amend", "-m", "Amended").status).toBe(0);
    expect(repository.git("show", `HEAD:${queue}`)).toBe(queueOf("001-halls").trim());
  });

  it("sees the same when it goes into a directory first", () => {
    const repository = gitRepository(sound);
    repository.hook("pre-commit", "cd docs && queue-lint --staged");
    repository.write({ [queue]: broken });
    repository.git("add", queue);
    expect(repository.tryGit("commit", "-m", "Broken")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
  });

  it("audits the linked work tree in which the commit is made", () => {
    const repository = hooked();
    const linked = repositoryAt(join(repository.root, "../linked tree"));
    repository.git("worktree", "add", "-q", "-b", "linked", linked.root);
    linked.write({ [queue]: broken });
    expect(linked.tryGit("commit", "-am", "Broken")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
    expect(repository.tryGit("commit", "--allow-empty", "-m", "Sound").status).toBe(0);
  });

  it("of the superproject audits a submodule by the submodule's own index, and the submodule's hook does, too", () => {
    const library = gitRepository(sound);
    const repository = gitRepository(sound);
    repository.git("submodule", "--quiet", "add", library.root, "plans");
    repository.commit();
    const plans = repositoryAt(join(repository.root, "plans"));
    repository.hook("pre-commit", "queue-lint --staged && queue-lint --staged --root plans");
    plans.write({ [queue]: broken });
    plans.git("add", queue);
    expect(repository.tryGit("commit", "--allow-empty", "-m", "Broken")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
    plans.hook("pre-commit", "queue-lint --staged");
    expect(plans.tryGit("commit", "-m", "Broken")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
  });

  it("of a server audits the commits of a push before they are accepted", () => {
    const repository = gitRepository(sound);
    const server = repositoryAt(join(repository.root, "../server.git"));
    repository.git("clone", "-q", "--bare", repository.root, server.root);
    server.hook("pre-receive", 'while read -r old new name; do queue-lint --root . --ref "$new"; done');
    repository.write({ "README.md": "Readme" });
    repository.commit();
    expect(repository.tryGit("push", "-q", server.root, "main").status).toBe(0);
    repository.write({ [queue]: broken });
    repository.commit();
    expect(repository.tryGit("push", "-q", server.root, "main")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
  });
});
