import { describe, expect, it, vi } from "vitest";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { queue, spec, night, maps, queueOf, museum, lives, story } from "./museum-history.ts";

isolateGit();

vi.stubEnv("CI", "");

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
      "“Garden” is promoted to Spec 778, but specs has no 778-* directory.\n  claim  Garden -> Spec 778 (garden)\n  truth  specs has no 778-garden\n  help   Correct the number, restore the directory, or move the entry to the section that tells its real state.\n  since  not committed: no commit has it, only the tree that was audited\n",
    );
    expect(out).toMatch(
      /claim {2}Seat maps[^\n]*\n[^\n]*\n {2}help[^\n]*\n {2}since {2}before HEAD~2: it was there in \w{7} 2026-11-01 Ada: Delete a spec\n/,
    );
    expect(out).not.toContain("the first commit that was looked at");
    expect((await run(["blame", "--since", "HEAD"], { cwd: repository.root })).out).toMatch(
      /claim {2}Seat maps[^\n]*\n[^\n]*\n {2}help[^\n]*\n {2}since {2}before HEAD: it was there in \w{7} 2026-11-01 Ada: Later\n/,
    );
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
      err: expect.stringContaining("not a git repository") as string,
    });
    expect(await run([command], { cwd: gitRepository().root })).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("This repository has no commit yet") as string,
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
