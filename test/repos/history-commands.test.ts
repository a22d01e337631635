import { describe, expect, it, vi } from "vitest";
import type { EntryLife } from "../../src/engine/entry-lives.ts";
import type { TimelinePoint } from "../../src/engine/timeline.ts";
import { run } from "../cli/run.ts";
import { copies, gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const night =
  "- `Night mode`: pages are too bright after dark, and visitors who come in the evening complain about it at the counter every single day.\n";
const maps = "- `Seat maps`: visitors do not find their seats.\n";
const queueOf = ({ active = "", deferred = "", promoted = "" }): string =>
  `# Spec candidates\n\n## Active\n\n${active}\n## Deferred\n\n${deferred}\n## Promoted to spec\n\n- Halls -> Spec 001 (\`halls\`)\n${promoted}`;

/** Seven commits: added, moved, renamed, promoted, gone, back again, and one that touches no planning document. */
const museum = copies(() => {
  const repository = gitRepository({ [queue]: queueOf({ active: night + maps }), "specs/001-halls/spec.md": spec });
  const commit = (message: string, files: Record<string, string>): void => {
    repository.write(files);
    repository.commit(message);
  };
  commit("Defer night mode", { [queue]: queueOf({ active: maps, deferred: night }) });
  commit("Rename night mode", {
    [queue]: queueOf({ active: maps, deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)") }),
  });
  commit("Promote seat maps", {
    [queue]: queueOf({
      deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"),
      promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n",
    }),
    "specs/002-seat-maps/spec.md": spec,
  });
  commit("Unrelated", { "src/a.ts": "export {};\n" });
  commit("Merge badly", { [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n" }) });
  commit("Put it back", {
    [queue]: queueOf({
      deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"),
      promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n",
    }),
  });
  return repository;
});

const lives = async (root: string, ...args: string[]): Promise<readonly EntryLife[]> =>
  (JSON.parse((await run(["history", "--json", ...args], { cwd: root })).out) as { entries: EntryLife[] }).entries;
const story = ({ events }: EntryLife): string[] =>
  events.map(({ kind, commit, line, detail }) => `${kind} in “${commit.subject}” at ${line}: ${detail}`);

describe("history", () => {
  it("follows an entry through moves, a new title, a loss and its return", async () => {
    const { root } = museum();
    const [life, ...others] = await lives(root, "night mode");
    expect(others).toEqual([]);
    expect(life?.title).toBe("Evening mode");
    expect(story(life ?? { title: "", keys: [], events: [] })).toEqual([
      "added in “Change” at 5: under “Active”",
      "moved in “Defer night mode” at 9: from “Active” to “Deferred”",
      "renamed in “Rename night mode” at 9: from “Night mode” to “Evening mode”",
      "vanished in “Merge badly” at 8: from “Deferred”",
      "restored in “Put it back” at 8: under “Deferred”",
    ]);
  });

  it("shows a promotion with its spec, and all entries without a name", async () => {
    const { root } = museum();
    const [life] = await lives(root, "Seat maps");
    expect(story(life ?? { title: "", keys: [], events: [] }).at(-1)).toBe(
      "promoted in “Promote seat maps” at 13: from “Active” to “Promoted to spec”, Spec 002",
    );
    const { out, err } = await run(["history"], { cwd: root });
    expect(out.split("\n").filter((line) => !line.startsWith(" ") && line !== "")).toEqual([
      "Evening mode",
      "Seat maps",
      "Halls",
    ]);
    expect(err).toBe("3 entries\n");
  });

  it("says when an entry lost most of what it said, and when an archive took it", async () => {
    const repository = gitRepository({ [queue]: queueOf({ active: night + maps }), "specs/001-halls/spec.md": spec });
    repository.write({ [queue]: queueOf({ active: `- \`Night mode\`: later.\n${maps}` }) });
    repository.commit("Shorten");
    repository.write({
      [queue]: queueOf({ active: maps }),
      "docs/product/archive.md": "# Archive\n\n- Night mode: nobody asks any more.\n",
    });
    repository.commit("Archive");
    const [life] = await lives(repository.root, "night mode");
    expect(life?.events.map(({ kind }) => kind)).toEqual(["added", "gutted", "archived"]);
    expect(life?.events.at(-1)).toMatchObject({ path: "docs/product/archive.md", line: 3 });
  });

  it("names the nearest title for one that no commit has", async () => {
    const { code, err } = await run(["history", "Nigth mode"], { cwd: museum().root });
    expect([code, err]).toEqual([
      2,
      "queue-lint: No commit of the history has an entry of this title.\n  The nearest is “Evening mode”.\n",
    ]);
  });

  it("begins behind --since", async () => {
    const { root } = museum();
    const [life] = await lives(root, "evening mode", "--since", "HEAD~2");
    expect(life?.events.map(({ kind }) => kind)).toEqual(["vanished", "restored"]);
  });
});

describe("blame", () => {
  const faulty = (): Repository => {
    const repository = museum();
    repository.remove("specs/002-seat-maps");
    repository.commit("Delete a spec");
    repository.write({
      [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n- Cafe -> Spec 777 (`cafe`)\n" }),
    });
    repository.commit("Promise a cafe");
    repository.write({ "specs/001-halls/notes.md": "x\n" });
    repository.commit("Later");
    return repository;
  };

  it("finds the commit in which claim and fact first disagreed, whichever side moved", async () => {
    const { root } = faulty();
    const { findings } = JSON.parse((await run(["blame", "--json"], { cwd: root })).out) as {
      findings: { rule: string; claim: { text: string }; since: { subject: string; moved: string } | null }[];
    };
    const wanted = findings
      .filter(({ rule }) => rule === "promotion/spec-exists")
      .map(({ claim, since }) => [claim.text.split(" -> ")[0], since?.subject, since?.moved]);
    expect(wanted).toEqual([
      ["Seat maps", "Delete a spec", "fact"],
      ["Cafe", "Promise a cafe", "claim"],
    ]);
  });

  it("finds the commit that deleted a source file, which touched no planning document", async () => {
    const cited = "- `Seat maps`: visitors do not find their seats.\n  - **Anchors**: `src/seats.ts`\n";
    const repository = gitRepository({
      [queue]: queueOf({ active: cited }),
      "specs/001-halls/spec.md": spec,
      "src/seats.ts": "export {};\n",
    });
    repository.write({ "src/other.ts": "export {};\n" });
    repository.commit("Unrelated");
    repository.remove("src/seats.ts");
    repository.commit("Delete the source");
    repository.write({ "src/other.ts": "export const a = 1;\n" });
    repository.commit("Unrelated again");
    const { findings } = JSON.parse((await run(["blame", "--json"], { cwd: repository.root })).out) as {
      findings: { rule: string; since: { subject: string; moved: string } }[];
    };
    expect(
      findings
        .filter(({ rule }) => rule === "reference/anchor-exists")
        .map(({ since }) => [since.subject, since.moved]),
    ).toEqual([["Delete the source", "fact"]]);
  });

  it("says what no commit has yet, and since when what was there from the start may be older", async () => {
    const repository = faulty();
    repository.write({
      [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n- Garden -> Spec 778 (`garden`)\n" }),
    });
    const { out } = await run(["blame", "--since", "HEAD~2"], { cwd: repository.root });
    expect(out).toContain(
      "claim  Garden -> Spec 778 (garden)\n  truth  specs has no 778-garden\n  since  not committed: no commit has it, only the tree that was audited\n",
    );
    expect(out).toMatch(
      /claim {2}Seat maps[^\n]*\n[^\n]*\n {2}since {2}before HEAD~2: it was there in \w{7} 2026-11-01 Ada: Delete a spec\n/,
    );
    expect(out).not.toContain("the first commit that was looked at");
    expect((await run(["blame", "--since", "HEAD"], { cwd: repository.root })).out).toMatch(
      /claim {2}Seat maps[^\n]*\n[^\n]*\n {2}since {2}before HEAD: it was there in \w{7} 2026-11-01 Ada: Later\n/,
    );
  });
});

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

describe.each(["history", "blame", "replay"])("%s", (command) => {
  it("refuses refs that would be options, and refs that are none", async () => {
    const { root } = museum();
    expect(await run([command, "--since", "--output=x"], { cwd: root })).toMatchObject({ code: 2 });
    expect(await run([command, "--since", "nowhere"], { cwd: root })).toMatchObject({ code: 2, out: "" });
  });

  it("says what is missing without a repository and without commits", async () => {
    const plain = temporaryDirectory({ [queue]: queueOf({}) });
    expect(await run([command], { cwd: plain })).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("no git repository") as string,
    });
    expect(await run([command], { cwd: gitRepository().root })).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("There is no commit “HEAD”") as string,
    });
  });

  it("says where a shallow clone begins, and that it may leave something out", async () => {
    const { root } = museum();
    const shallow = repositoryAt(`${temporaryDirectory({ "x/": "" })}/x`);
    shallow.git("clone", "-q", "--depth", "2", `file://${root}`, "clone");
    const { code, err } = await run([command], { cwd: `${shallow.root}/clone` });
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(
        /the clone is shallow and begins with \w{7} of 2026-11-01, so the history may begin earlier; run “git fetch --unshallow”/,
      ),
    ]);
  });
});
