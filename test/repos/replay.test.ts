import { describe, expect, it, vi } from "vitest";
import type { TimelinePoint } from "../../src/engine/timeline.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import { queue, spec, maps, queueOf, museum } from "./museum-history.ts";

isolateGit();

vi.stubEnv("CI", "");

describe("replay", () => {
  it("audits each commit that touched a planning document or a spec, as it was", async () => {
    const repository = museum();
    repository.remove("specs/002-seat-maps");
    repository.commit("Delete a spec");
    repository.write({ "specs/002-seat-maps/spec.md": spec });
    repository.commit("Restore it");
    const { commits } = JSON.parse(
      (await run(["replay", "--json", "--rule", "status/package-complete:off"], { cwd: repository.root })).out,
    ) as { commits: TimelinePoint[] };
    expect(commits.map(({ subject }) => subject)).not.toContain("Unrelated");
    const [deleted, restored] = commits.slice(-2);
    expect(deleted).toMatchObject({
      subject: "Delete a spec",
      errors: 1,
      introduced: [expect.objectContaining({ rule: "promotion/spec-exists" })],
      fixed: [],
    });
    expect(restored).toMatchObject({
      subject: "Restore it",
      errors: 0,
      introduced: [],
      fixed: [deleted?.introduced[0]?.fingerprint],
    });
  });

  it("finds in each commit what an audit of that commit finds", async () => {
    const { root } = museum();
    const { commits } = JSON.parse((await run(["replay", "--json"], { cwd: root })).out) as {
      commits: TimelinePoint[];
    };
    expect(commits).toHaveLength(6);
    for (const { id, errors, warnings, infos } of commits) {
      const { summary } = JSON.parse((await run(["--ref", id, "--format", "json"], { cwd: root })).out) as {
        summary: Record<string, number>;
      };
      expect({ id, errors, warnings, infos }).toEqual({
        id,
        errors: summary["errors"],
        warnings: summary["warnings"],
        infos: summary["infos"],
      });
    }
  });

  it("charges the first commit behind --since with nothing that was there before it, and credits it with what it settled", async () => {
    const repository = gitRepository({
      [queue]: queueOf({ active: maps, promoted: "- Cafe -> Spec 777 (`cafe`)\n- Shop -> Spec 778 (`shop`)\n" }),
      "specs/001-halls/spec.md": spec,
    });
    repository.write({
      [queue]: queueOf({
        active: maps,
        promoted: "- Cafe -> Spec 777 (`cafe`)\n- Shop -> Spec 778 (`shop`)\n\nMore to come.\n",
      }),
    });
    repository.commit("Harmless");
    repository.write({ "specs/777-cafe/spec.md": spec });
    repository.commit("Repair");
    const replayed = async (...args: string[]): Promise<unknown> => {
      const { commits } = JSON.parse(
        (await run(["replay", "--json", "--rule", "active/required-fields:off", ...args], { cwd: repository.root }))
          .out,
      ) as { commits: TimelinePoint[] };
      return commits.map(({ subject, errors, introduced, fixed }) => [
        subject,
        errors,
        introduced.length,
        fixed.length,
      ]);
    };
    expect(await replayed("--since", "HEAD~2")).toEqual([
      ["Harmless", 2, 0, 0],
      ["Repair", 1, 0, 1],
    ]);
    expect(await replayed("--since", "HEAD~1")).toEqual([["Repair", 1, 0, 1]]);
    expect(await replayed()).toEqual([
      ["Change", 2, 2, 0],
      ["Harmless", 2, 0, 0],
      ["Repair", 1, 0, 1],
    ]);
    expect((await run(["replay", "--since", "HEAD~2", "--ref", "HEAD~1"], { cwd: repository.root })).out).not.toContain(
      "Harmless",
    );
  });

  it("draws a chart, and lists the commits that brought or settled something", async () => {
    const repository = museum();
    repository.remove("specs/002-seat-maps");
    repository.commit("Delete a spec\u001B[31m");
    const { code, out, err } = await run(["replay"], { cwd: repository.root });
    expect(code).toBe(0);
    expect(out).toMatch(/^2026-11-01 to 2026-11-01\nerrors {3}\|[^|]*█\| 1 \(most 1\)\nwarnings \|/);
    expect(out).toMatch(/\+1 {6}Delete a spec\\x1b\[31m {2}\(promotion\/spec-exists\)\n$/);
    expect(err).toBe("7 commits audited\n");
  });
});
