import { describe, expect, it, vi } from "vitest";
import type { EntryLife } from "../../src/engine/entry-lives.ts";
import type { TimelinePoint } from "../../src/engine/timeline.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const night = "- `Night mode`: pages are too bright after dark, and visitors who come in the evening complain about it at the counter every single day.\n";
const maps = "- `Seat maps`: visitors do not find their seats.\n";
const queueOf = ({ active = "", deferred = "", promoted = "" }): string => `# Spec candidates\n\n## Active\n\n${active}\n## Deferred\n\n${deferred}\n## Promoted to spec\n\n- Halls -> Spec 001 (\`halls\`)\n${promoted}`;

/** Seven commits: added, moved, renamed, promoted, gone, back again, and one that touches no planning document. */
function museum(): Repository {
  const repository = gitRepository({ [queue]: queueOf({ active: night + maps }), "specs/001-halls/spec.md": spec });
  const commit = (message: string, files: Record<string, string>): void => {
    repository.write(files);
    repository.commit(message);
  };
  commit("Defer night mode", { [queue]: queueOf({ active: maps, deferred: night }) });
  commit("Rename night mode", { [queue]: queueOf({ active: maps, deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)") }) });
  commit("Promote seat maps", { [queue]: queueOf({ deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"), promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n" }), "specs/002-seat-maps/spec.md": spec });
  commit("Unrelated", { "src/a.ts": "export {};\n" });
  commit("Merge badly", { [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n" }) });
  commit("Put it back", { [queue]: queueOf({ deferred: night.replace("`Night mode`", "`Evening mode` (formerly Night mode)"), promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n" }) });
  return repository;
}

const lives = async (root: string, ...args: string[]): Promise<readonly EntryLife[]> => (JSON.parse((await run(["history", "--json", ...args], { cwd: root })).out) as { entries: EntryLife[] }).entries;
const story = ({ events }: EntryLife): string[] => events.map(({ kind, commit, line, detail }) => `${kind} in “${commit.subject}” at ${line}: ${detail}`);

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
    expect(story(life ?? { title: "", keys: [], events: [] }).at(-1)).toBe("promoted in “Promote seat maps” at 13: from “Active” to “Promoted to spec”, Spec 002");
    const { out, err } = await run(["history"], { cwd: root });
    expect(out.split("\n").filter((line) => !line.startsWith(" ") && line !== "")).toEqual(["Evening mode", "Seat maps", "Halls"]);
    expect(err).toBe("3 entries\n");
  });

  it("says when an entry lost most of what it said, and when an archive took it", async () => {
    const repository = gitRepository({ [queue]: queueOf({ active: night + maps }), "specs/001-halls/spec.md": spec });
    repository.write({ [queue]: queueOf({ active: `- \`Night mode\`: later.\n${maps}` }) });
    repository.commit("Shorten");
    repository.write({ [queue]: queueOf({ active: maps }), "docs/product/archive.md": "# Archive\n\n- Night mode: nobody asks any more.\n" });
    repository.commit("Archive");
    const [life] = await lives(repository.root, "night mode");
    expect(life?.events.map(({ kind }) => kind)).toEqual(["added", "gutted", "archived"]);
    expect(life?.events.at(-1)).toMatchObject({ path: "docs/product/archive.md", line: 3 });
  });

  it("names the nearest title for one that no commit has", async () => {
    const { code, err } = await run(["history", "Nigth mode"], { cwd: museum().root });
    expect([code, err]).toEqual([2, "queue-lint: No commit of the history has an entry of this title.\n  The nearest is “Evening mode”.\n"]);
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
    repository.write({ [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n- Cafe -> Spec 777 (`cafe`)\n" }) });
    repository.commit("Promise a cafe");
    repository.write({ "specs/001-halls/notes.md": "x\n" });
    repository.commit("Later");
    return repository;
  };

  it("finds the commit in which claim and fact first disagreed, whichever side moved", async () => {
    const { root } = faulty();
    const { findings } = JSON.parse((await run(["blame", "--json"], { cwd: root })).out) as { findings: { rule: string; claim: { text: string }; since: { subject: string; moved: string } | null }[] };
    const wanted = findings.filter(({ rule }) => rule === "promotion/spec-exists").map(({ claim, since }) => [claim.text.split(" -> ")[0], since?.subject, since?.moved]);
    expect(wanted).toEqual([["Seat maps", "Delete a spec", "fact"], ["Cafe", "Promise a cafe", "claim"]]);
  });

  it("says what no commit has yet, and since when what was there from the start may be older", async () => {
    const repository = faulty();
    repository.write({ [queue]: queueOf({ promoted: "- Seat maps -> Spec 002 (`seat-maps`)\n- Garden -> Spec 778 (`garden`)\n" }) });
    const { out } = await run(["blame", "--since", "HEAD~2"], { cwd: repository.root });
    expect(out).toContain("claim  Garden -> Spec 778 (garden)\n  truth  specs has no 778-garden\n  since  not committed: no commit has it, only the tree that was audited\n");
    expect(out).toMatch(/claim {2}Seat maps[^\n]*\n[^\n]*\n {2}since {2}\w{7} 2026-11-01 Ada: Promise a cafe \(the first commit that was looked at\)\n/);
  });
});

describe("replay", () => {
  it("audits each commit that touched a planning document or a spec, as it was", async () => {
    const repository = museum();
    repository.remove("specs/002-seat-maps");
    repository.commit("Delete a spec");
    repository.write({ "specs/002-seat-maps/spec.md": spec });
    repository.commit("Restore it");
    const { commits } = JSON.parse((await run(["replay", "--json", "--rule", "status/package-complete:off"], { cwd: repository.root })).out) as { commits: TimelinePoint[] };
    expect(commits.map(({ subject }) => subject)).not.toContain("Unrelated");
    const [deleted, restored] = commits.slice(-2);
    expect(deleted).toMatchObject({ subject: "Delete a spec", errors: 1, introduced: [expect.objectContaining({ rule: "promotion/spec-exists" })], fixed: [] });
    expect(restored).toMatchObject({ subject: "Restore it", errors: 0, introduced: [], fixed: [deleted?.introduced[0]?.fingerprint] });
  });

  it("finds in each commit what an audit of that commit finds", async () => {
    const { root } = museum();
    const { commits } = JSON.parse((await run(["replay", "--json"], { cwd: root })).out) as { commits: TimelinePoint[] };
    expect(commits).toHaveLength(6);
    for (const { id, errors, warnings, infos } of commits) {
      const { summary } = JSON.parse((await run(["--ref", id, "--format", "json"], { cwd: root })).out) as { summary: Record<string, number> };
      expect({ id, errors, warnings, infos }).toEqual({ id, errors: summary["errors"], warnings: summary["warnings"], infos: summary["infos"] });
    }
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
    expect(await run([command], { cwd: plain })).toMatchObject({ code: 2, out: "", err: expect.stringContaining("no git repository") as string });
    expect(await run([command], { cwd: gitRepository().root })).toMatchObject({ code: 2, out: "", err: expect.stringContaining("There is no commit “HEAD”") as string });
  });

  it("says that a shallow clone may leave something out", async () => {
    const { root } = museum();
    const shallow = repositoryAt(`${temporaryDirectory({ "x/": "" })}/x`);
    shallow.git("clone", "-q", "--depth", "2", `file://${root}`, "clone");
    const { code, err } = await run([command], { cwd: `${shallow.root}/clone` });
    expect([code, err]).toEqual([0, expect.stringContaining("the clone is shallow, so the history may begin earlier; run “git fetch --unshallow”")]);
  });
});
