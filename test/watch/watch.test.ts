import { execFile } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { watch } from "../../src/watch/watch.ts";
import { changes, changingRepository } from "../cache/changing-repository.ts";
import { isolateGit, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { watched } from "./watched.ts";

isolateGit();

describe("watch", () => {
  it("finds what an audit finds after each change", async () => {
    const repository = changingRepository();
    const { settle, failures } = await watched(repository);
    for (const [name, change] of Object.entries(changes)) {
      change(repository);
      await settle().catch((error: unknown) => {
        throw new Error(`after ${name}`, { cause: error });
      });
    }
    expect(failures).toEqual([]);
  }, 60_000);

  it("sees a file that is saved by way of another one, once", async () => {
    const repository = changingRepository();
    const { settle, reports } = await watched(repository);
    const path = join(repository.root, "docs/product/spec-candidates.md");
    writeFileSync(
      `${path}.tmp`,
      "# Spec candidates\n\n## Active\n\n## Promoted to spec\n\n- Crane plan -> Spec 009 (`crane-plan`)\n",
    );
    renameSync(`${path}.tmp`, path);
    await settle();
    expect(reports.at(-1)?.findings.map(({ rule }) => rule)).toContain("promotion/spec-exists");
  });

  it("sees what comes into a directory right after the directory", async () => {
    const repository = changingRepository();
    const { settle, reports } = await watched(repository);
    mkdirSync(join(repository.root, "specs/004-crane-plan"));
    await setTimeout(30);
    repository.write({
      "specs/004-crane-plan/spec.md": "# Crane plan\n\n**Status**: Draft\n",
      "specs/004-crane-plan/tasks.md": "- [ ] T001 lift\n",
    });
    await settle();
    expect(reports.at(-1)?.specs).toBe(2);
    repository.write({ "specs/004-crane-plan/tasks.md": "- [x] T001 lift\n" });
    await settle();
  });

  it("follows a switch to another branch and back", async () => {
    const repository = changingRepository();
    repository.git("switch", "--quiet", "--create", "other");
    repository.git("rm", "-rq", "specs/001-berth-map");
    repository.write({ "docs/product/roadmap.md": "# Roadmap\n\n## Later\n\n- Crane plan\n" });
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "--message=other");
    const { settle } = await watched(repository);
    for (const branch of ["-", "other", "-"]) {
      repository.git("switch", "--quiet", branch);
      await settle();
    }
  }, 30_000);

  it("survives thousands of events", async () => {
    const repository = changingRepository();
    const { settle, reports, failures } = await watched(repository);
    for (let index = 0; index < 3000; index += 1)
      writeFileSync(join(repository.root, "specs/001-berth-map", `note-${index % 1000}.md`), String(index));
    repository.write({ "specs/001-berth-map/tasks.md": "- [ ] T001 draw\n" });
    await settle();
    expect(failures).toEqual([]);
    expect(reports.length).toBeLessThan(200);
  }, 30_000);

  it("says what is wrong with the configuration, and goes on when it is put right", async () => {
    const repository = changingRepository();
    const { settle, failures } = await watched(repository);
    repository.write({ "queue-lint.config.json": '{ "rules": { "promotion/onec": "error" } }\n' });
    await expect.poll(() => failures.length, { timeout: 8000 }).toBeGreaterThan(0);
    expect(failures[0]).toBeInstanceOf(UsageError);
    repository.write({ "queue-lint.config.json": '{ "rules": { "promotion/once": "off" } }\n' });
    await settle();
  });

  describe("goes on when directories were away", () => {
    const move =
      (from: string, to: string) =>
      ({ root }: Repository): void =>
        void renameSync(join(root, from), join(root, to));
    const remove = ({ root }: Repository): void =>
      ["docs", "specs"].forEach((name) => void rmSync(join(root, name), { recursive: true }));
    const checkout = ({ git }: Repository): void => void git("checkout", "--quiet", "--", "docs", "specs");
    const away: Readonly<
      Record<string, readonly [(repository: Repository) => void, (repository: Repository) => void]>
    > = {
      "documents that are moved": [move("docs", "d2"), move("d2", "docs")],
      "specs that are moved": [move("specs", "d2"), move("d2", "specs")],
      "a deeper directory that is moved": [move("docs/product", "docs/d2"), move("docs/d2", "docs/product")],
      "what is removed and checked out": [remove, checkout],
      "a branch without them": [
        ({ git }) => void git("switch", "--quiet", "empty"),
        ({ git }) => void git("switch", "--quiet", "-"),
      ],
    };

    it.each(
      Object.entries(away).flatMap(
        ([name, acts]) =>
          [
            [`${name}, for a moment`, 0, acts],
            [`${name}, for a while`, 1_200, acts],
          ] as const,
      ),
    )(
      "%s",
      async (_, time, [leave, comeBack]) => {
        const repository = changingRepository();
        repository.git("switch", "--quiet", "--create", "empty");
        repository.git("rm", "-rq", "docs", "specs");
        repository.git("commit", "--quiet", "--message=empty");
        repository.git("switch", "--quiet", "-");
        const { settle, failures } = await watched(repository);
        leave(repository);
        if (time > 0) await setTimeout(time);
        comeBack(repository);
        await settle();
        await setTimeout(200);
        const told = failures.length;
        for (const change of [
          "a promoted line without a spec",
          "the queue as it was",
          "an open task",
          "a roadmap that goes",
          "a spec directory",
        ]) {
          changes[change]?.(repository);
          await settle().catch((error: unknown) => {
            throw new Error(`after ${change}`, { cause: error });
          });
        }
        rmSync(join(repository.root, "specs/001-berth-map"), { recursive: true });
        await settle();
        expect(failures.length).toBe(told);
      },
      30_000,
    );
  });

  it("never shows a state that was not there", async () => {
    const repository = changingRepository();
    // With a link in the tree everything is looked at anew.
    repository.remove("AGENTS.md");
    const { settle, failures, reports } = await watched(repository);
    for (const [from, to] of [
      ["docs/product/spec-candidates.md", "BACKLOG.md"],
      ["BACKLOG.md", "docs/product/spec-candidates.md"],
      ["specs/001-berth-map", "docs/001-berth-map"],
      ["docs/001-berth-map", "specs/001-berth-map"],
    ] as const) {
      // As a program of its own, so that the watch may look at any moment.
      await promisify(execFile)("mv", [join(repository.root, from), join(repository.root, to)]);
      await settle();
      await setTimeout(250);
    }
    expect(failures).toEqual([]);
    const states = [
      ...new Set(
        reports.map((report) => JSON.stringify([report.specs, report.findings.map(({ fingerprint }) => fingerprint)])),
      ),
    ];
    // As it was, with the queue moved, and without the spec.
    expect(states.length).toBeLessThanOrEqual(3);
  }, 30_000);

  it("says once that the root went, and goes on when it comes back", async () => {
    const repository = changingRepository();
    const { settle, failures } = await watched(repository);
    renameSync(repository.root, `${repository.root}-away`);
    await expect.poll(() => failures.length, { timeout: 8000 }).toBeGreaterThan(0);
    await setTimeout(400);
    expect(failures.map((failure) => [failure instanceof UsageError, String(failure)])).toEqual([
      [true, "UsageError: The root is not there any more."],
    ]);
    renameSync(`${repository.root}-away`, repository.root);
    await setTimeout(100);
    repository.write({
      "docs/product/spec-candidates.md": "# Spec candidates\n\n## Active\n\n- `Crane plan` -> Spec 009\n",
    });
    await settle();
    expect(failures.length).toBe(1);
  }, 30_000);

  it("sees what a link leads to, whichever way it changes", async () => {
    const repository = changingRepository();
    const { settle } = await watched(repository);
    for (const words of ["See `docs/nowhere.md`.\n", "See `docs/gone.md`.\n"]) {
      repository.write({ "docs/new.md": words });
      renameSync(join(repository.root, "docs/new.md"), join(repository.root, "docs/agents.md"));
      await settle();
    }
    rmSync(join(repository.root, "AGENTS.md"));
    repository.write({ "notes/agents.md": "See `docs/lost.md`.\n" });
    symlinkSync("notes/agents.md", join(repository.root, "AGENTS.md"));
    await settle();
    repository.write({ "notes/agents.md": "See `docs/roadmap.md`.\n" });
    await settle();
  }, 30_000);

  it("is refused where an audit is", async () => {
    const listener = { audited: (): void => undefined, failed: (): void => undefined };
    await expect(
      watch({ root: join(temporaryDirectory(), "nowhere") }, listener, new AbortController().signal),
    ).rejects.toThrow(UsageError);
  });
});
