import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitRepository, isolateGit, repositoryAt } from "../source/git-repository.ts";
import { queue, spec, queueOf, sound, missing, broken, audit } from "./staged-audit.ts";

isolateGit();

describe("--staged", () => {
  it("passes a sound repository, and fails for the one fault that is staged", async () => {
    const repository = gitRepository(sound);
    expect((await audit(repository.root, "--staged")).status).toBe(0);
    repository.write({ [queue]: broken });
    expect(await audit(repository.root, "--staged")).toMatchObject({ status: 0 });
    repository.git("add", queue);
    expect(await audit(repository.root, "--staged")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
  });

  it("sees a spec that is staged as deleted, also when its files are still there", async () => {
    const repository = gitRepository(sound);
    repository.git("rm", "-rq", "--cached", "specs/001-halls");
    expect(await audit(repository.root, "--staged")).toMatchObject({
      status: 1,
      output: expect.stringContaining("Spec 001") as string,
    });
    expect(await audit(repository.root)).toMatchObject({ status: 0 });
  });

  it("does not see what is untracked, intended to be added, or repaired in the work tree alone", async () => {
    const repository = gitRepository({ ...sound, [queue]: broken });
    repository.write({ "specs/002-coat-check/spec.md": spec });
    expect([(await audit(repository.root)).status, (await audit(repository.root, "--staged")).status]).toEqual([0, 1]);
    repository.git("add", "-N", "specs/002-coat-check/spec.md");
    expect((await audit(repository.root, "--staged")).status).toBe(1);
    repository.git("add", "specs/002-coat-check/spec.md");
    expect((await audit(repository.root, "--staged")).status).toBe(0);
  });

  it("reads the configuration that is staged", async () => {
    const repository = gitRepository({ ...sound, [queue]: broken });
    repository.write({ "queue-lint.config.json": '{ "rules": { "promotion/spec-exists": "off" } }' });
    expect((await audit(repository.root, "--staged")).status).toBe(1);
    repository.git("add", "-A");
    expect((await audit(repository.root, "--staged")).status).toBe(0);
  });

  it("compares with the last commit, and has nothing to compare with before the first", async () => {
    const repository = gitRepository();
    repository.write(sound);
    repository.git("add", "-A");
    const first = await audit(repository.root, "--staged", "--verbose");
    expect(first.status).toBe(0);
    expect(first.output).toMatch(/not checked .*the repository has no commit yet/s);
    expect(await audit(repository.root, "--staged", "--base", "main")).toMatchObject({
      status: 2,
      output: expect.stringContaining("This repository has no commit yet") as string,
    });
    repository.commit();
    repository.write({
      [queue]: queueOf("001-halls").replace(
        /### Night mode\n\n.*?\n\n/s,
        "### Lockers\n\n- **Priority**: P2\n- **Problem**: Visitors carry their bags.\n\n",
      ),
    });
    repository.git("add", "-A");
    expect(await audit(repository.root, "--staged")).toMatchObject({
      status: 1,
      output: expect.stringContaining("in HEAD it is at docs/product/spec-candidates.md:5") as string,
    });
  });

  it("says which file is in conflict, and exits with 2", async () => {
    const repository = gitRepository(sound);
    repository.git("switch", "-qc", "other");
    repository.write({ [queue]: queueOf("001-halls", "002-cafe") });
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.write({ [queue]: broken });
    repository.commit();
    repository.tryGit("merge", "other");
    expect(await audit(repository.root, "--staged")).toMatchObject({
      status: 2,
      output: expect.stringContaining(`unresolved conflict in ${queue}`) as string,
    });
  });

  it("audits a root below the top by itself", async () => {
    const inside = Object.fromEntries(Object.entries(sound).map(([path, text]) => [`apps/the museum/${path}`, text]));
    const repository = gitRepository({ ...inside, [queue]: broken, "specs/001-halls/spec.md": spec });
    expect((await audit(repository.root, "--staged", "--root", "apps/the museum")).status).toBe(0);
    expect((await audit(repository.root, "--staged")).status).toBe(1);
  });

  it("exits with 2 where there is no repository, and beside --ref", async () => {
    const repository = gitRepository(sound);
    expect(await audit(join(repository.root, ".."), "--staged")).toMatchObject({
      status: 2,
      output: expect.stringContaining("not a git repository") as string,
    });
    expect((await audit(repository.root, "--staged", "--ref", "HEAD")).status).toBe(2);
  });
});

describe("--ref", () => {
  it("audits a commit whatever is checked out, staged or removed since", async () => {
    const repository = gitRepository(sound);
    repository.git("tag", "-a", "-m", "Sound", "sound");
    repository.write({ [queue]: broken });
    repository.commit();
    expect([
      (await audit(repository.root, "--ref", "sound")).status,
      (await audit(repository.root, "--ref", "HEAD")).status,
      (await audit(repository.root, "--ref", "main~1")).status,
    ]).toEqual([0, 1, 0]);
    repository.git("switch", "-q", "--detach", "HEAD~1");
    expect([
      (await audit(repository.root, "--ref", "HEAD")).status,
      (await audit(repository.root, "--ref", "main")).status,
    ]).toEqual([0, 1]);
  });

  it("audits a bare repository", async () => {
    const repository = gitRepository({ ...sound, [queue]: broken });
    const bare = join(repository.root, "../bare.git");
    repository.git("clone", "-q", "--bare", repository.root, bare);
    expect(await audit(bare, "--ref", "main")).toMatchObject({
      status: 1,
      output: expect.stringContaining(missing) as string,
    });
  });

  it.each(["--output=x", "-x", "", "HEAD^{tree}", "nowhere", "^main"])(
    "exits with 2 for %j and writes nothing",
    async (ref) => {
      const repository = gitRepository(sound);
      expect((await audit(repository.root, `--ref=${ref}`)).status).toBe(2);
      expect((await audit(repository.root, `--base=${ref}`)).status).toBe(2);
      expect(readdirSync(repository.root).sort()).toEqual([".git", "docs", "specs"]);
    },
  );
});

describe("a repository that would like to run commands", () => {
  it("runs none of them, whatever is audited", async () => {
    const repository = gitRepository({ ...sound, ".gitattributes": "* filter=evil diff=evil merge=evil\n" });
    const library = gitRepository({ "README.md": "library" });
    repository.git("submodule", "--quiet", "add", library.root, "library");
    repository.write({ "empty.md": "" });
    repository.commit();
    const marker = join(repository.root, "../marker");
    const evil = `touch ${marker};cat`;
    const settings = {
      "core.fsmonitor": evil,
      "core.pager": evil,
      "core.editor": evil,
      "core.sshCommand": evil,
      "core.askPass": evil,
      "core.alternateRefsCommand": evil,
      "core.hooksPath": join(repository.root, ".git/hooks"),
      "filter.evil.clean": evil,
      "filter.evil.smudge": evil,
      "filter.evil.process": evil,
      "filter.evil.required": "true",
      "diff.evil.textconv": evil,
      "diff.evil.command": evil,
      "diff.external": evil,
      "merge.evil.driver": evil,
      "pager.log": evil,
      "pager.diff": evil,
      "gpg.program": evil,
      "log.showSignature": "true",
      "log.follow": "true",
      "interactive.diffFilter": evil,
      "credential.helper": `!${evil}`,
      "submodule.library.update": `!${evil}`,
      "remote.origin.url": `ext::sh -c "${evil}"`,
      "protocol.ext.allow": "always",
    };
    for (const command of [
      "rev-parse",
      "ls-tree",
      "ls-files",
      "cat-file",
      "log",
      "rev-list",
      "diff-index",
      "diff-tree",
      "for-each-ref",
      "merge-base",
    ])
      repository.git("config", `alias.${command}`, `!${evil}`);
    for (const hook of [
      "post-index-change",
      "pre-commit",
      "post-checkout",
      "reference-transaction",
      "fsmonitor-watchman",
    ])
      repository.hook(hook, evil);
    for (const [name, value] of Object.entries(settings))
      for (const where of [".", "library"]) repositoryAt(join(repository.root, where)).git("config", name, value);
    repository.tryGit("status");
    expect(existsSync(marker), "the settings do run a command when they are obeyed").toBe(true);
    repository.remove("../marker");
    for (const args of [
      ["--staged"],
      ["--ref", "HEAD"],
      ["--base", "HEAD~1"],
      ["--staged", "--base", "HEAD~1"],
      ["--ref", "HEAD", "--base", "HEAD"],
      [],
    ]) {
      expect(await audit(repository.root, ...args)).toMatchObject({
        status: 0,
        output: expect.stringContaining(" claims: ") as string,
      });
      expect([args, existsSync(marker)]).toEqual([args, false]);
    }
  });
});
