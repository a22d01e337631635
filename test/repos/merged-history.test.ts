import { describe, expect, it, vi } from "vitest";
import type { TimelinePoint } from "../../src/engine/timeline.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import { queue, spec, night, maps, queueOf, museum, lives, story } from "./museum-history.ts";

isolateGit();

vi.stubEnv("CI", "");

describe("a history that is no straight line", () => {
  const subjects = async (root: string, ...args: string[]): Promise<string[]> =>
    (
      JSON.parse((await run(["replay", "--json", ...args], { cwd: root })).out) as { commits: TimelinePoint[] }
    ).commits.map(({ subject }) => subject);

  it("is walked from where the line of first parents leaves a ref that is not on it", async () => {
    const repository = museum();
    repository.git("checkout", "-q", "-b", "side", "HEAD~2");
    repository.write({ "specs/003-cafe/spec.md": spec });
    repository.commit("On the side");
    repository.git("checkout", "-q", "main");
    repository.write({ "specs/004-shop/spec.md": spec });
    repository.commit("After the branch");
    repository.git("merge", "-q", "--no-ff", "-m", "Merge side", "side");
    repository.write({
      [queue]: queueOf({
        promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n- Cafe -> Spec 003 (`cafe`)\n- Shop -> Spec 004 (`shop`)\n",
      }),
    });
    const head = repository.commit("Promote both");
    const { commits } = JSON.parse(
      (await run(["replay", "--json", "--since", "side"], { cwd: repository.root })).out,
    ) as { commits: TimelinePoint[] };
    // The merge brought nothing that side has not: it is listed, because the line of first parents goes through it.
    expect(commits.map(({ subject }) => subject)).toEqual([
      "Merge badly",
      "Put it back",
      "After the branch",
      "Merge side",
      "Promote both",
    ]);
    const { summary } = JSON.parse((await run(["--ref", head, "--format", "json"], { cwd: repository.root })).out) as {
      summary: Record<string, number>;
    };
    expect({ errors: commits.at(-1)?.errors, warnings: commits.at(-1)?.warnings }).toEqual({
      errors: summary["errors"],
      warnings: summary["warnings"],
    });
    expect(await subjects(repository.root, "--since", "HEAD")).toEqual([]);
    expect((await lives(repository.root, "--since", "side")).map(({ title }) => title)).toEqual([
      "Evening mode",
      "Cafe",
      "Shop",
    ]);
  });

  it("is followed through new names of the queue and of the spec root", async () => {
    const repository = gitRepository({
      "docs/spec-candidates.md": queueOf({ active: maps, deferred: night }),
      "old/specs/001-halls/spec.md": spec,
      "queue-lint.config.json": JSON.stringify({ queue: "docs/spec-candidates.md", specs: "old/specs" }),
    });
    repository.write({
      "docs/spec-candidates.md": queueOf({ active: maps, promoted: "- Cafe -> Spec 777 (`cafe`)\n" }),
    });
    repository.commit("Promise a cafe, and lose night mode");
    repository.git("mv", "docs/spec-candidates.md", "queue.md");
    repository.git("mv", "old/specs", "specs");
    repository.write({ "queue-lint.config.json": JSON.stringify({ queue: "queue.md", specs: "specs" }) });
    repository.commit("Move");
    repository.write({
      "queue.md": queueOf({ active: maps, promoted: "- Cafe -> Spec 777 (`cafe`)\n\nMore to come.\n" }),
    });
    repository.commit("Later");
    const [life] = await lives(repository.root, "night mode");
    expect(story(life!)).toEqual([
      "added in “Change” at 9: under “Deferred”",
      "vanished in “Promise a cafe, and lose night mode” at 9: from “Deferred”",
    ]);
    expect((await lives(repository.root, "seat maps"))[0]?.events.map(({ kind, path }) => [kind, path])).toEqual([
      ["added", "docs/spec-candidates.md"],
    ]);
    const { findings } = JSON.parse((await run(["blame", "--json"], { cwd: repository.root })).out) as {
      findings: { rule: string; path: string; since: { subject: string } }[];
    };
    expect(
      findings.filter(({ rule }) => rule === "promotion/spec-exists").map(({ path, since }) => [path, since.subject]),
    ).toEqual([["queue.md", "Promise a cafe, and lose night mode"]]);
    const { commits } = JSON.parse((await run(["replay", "--json"], { cwd: repository.root })).out) as {
      commits: TimelinePoint[];
    };
    expect(
      commits.map(({ subject, introduced, fixed }) => [
        subject,
        introduced.filter(({ rule }) => rule === "promotion/spec-exists").length,
        fixed.length,
      ]),
    ).toEqual([
      ["Change", 0, 0],
      ["Promise a cafe, and lose night mode", 1, expect.any(Number)],
      ["Move", 0, 0],
      ["Later", 0, 0],
    ]);
  });
});
