import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { lint } from "../../src/lint.ts";
import { run, type Ran } from "../cli/run.ts";
import { copies, gitRepository, isolateGit, repositoryAt, type Repository } from "../source/git-repository.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const ledger = "docs/product/implementation-ledger.md";
const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (...active: readonly string[]): string =>
  `# Spec candidates\n\n**Last reviewed**: 2026-11-05\n\n## Active\n\n${active.map((title) => `- \`${title}\`: visitors ask for it.\n  - **Priority**: P1\n`).join("")}\n## Promoted to spec\n\n- Halls -> Spec 001 (\`halls\`)\n`;
const ledgerOf = (...rows: readonly string[]): string =>
  `# Implementation ledger\n\n| Title | Status |\n|---|---|\n${rows.map((row) => `| ${row} | specced |\n`).join("")}`;

/** Three commits, each with another queue and another ledger. */
const museum = copies(() => {
  const repository = gitRepository({
    [queue]: queueOf("Seat maps"),
    [ledger]: ledgerOf("Halls"),
    "specs/001-halls/spec.md": spec,
  });
  for (const titles of [
    ["Seat maps", "Night mode"],
    ["Seat maps", "Night mode", "Lockers"],
  ]) {
    repository.write({ [queue]: queueOf(...titles), [ledger]: ledgerOf("Halls", ...titles.slice(1)) });
    repository.commit();
  }
  repository.git("config", "uploadpack.allowFilter", "true");
  return repository;
});

/** A clone with the contents of the last commit alone. Without a promisor git itself takes the others for lost. */
function partial(source: Repository, promisor: "known" | "forgotten"): Repository {
  const clone = repositoryAt(join(source.root, "../partial"));
  source.git("clone", "-q", "--filter=blob:none", `file://${source.root}`, clone.root);
  if (promisor === "forgotten")
    for (const name of ["remote.origin.promisor", "remote.origin.partialclonefilter", "extensions.partialClone"])
      clone.tryGit("config", "--unset", name);
  return clone;
}

const refused = {
  code: 2,
  out: "",
  err: expect.stringContaining("The clone is partial, and some of its objects are not there.") as string,
};
const commands: readonly (readonly string[])[] = [
  ["history"],
  ["blame"],
  ["replay"],
  ["--base", "HEAD~2"],
  ["--ref", "HEAD", "--base", "HEAD~2"],
  ["--staged"],
  ["history", "--since", "HEAD~1"],
];

describe.each(["known", "forgotten"] as const)("a partial clone whose promisor is %s", (promisor) => {
  it.each(commands.map((args) => [args.join(" "), args] as const))(
    "is refused by %s with the command that fetches the rest, which is enough",
    async (_, args) => {
      const source = museum();
      const clone = partial(source, promisor);
      // What is staged is compared with the last commit: that one is what is left out here.
      if (args[0] === "--staged") clone.git("update-ref", "HEAD", "HEAD~1");
      const ended = await run(args, { cwd: clone.root });
      expect(ended).toEqual(refused);
      const [, command = ""] = /Fetch them: git (.*?)\. /.exec(ended.err) ?? [];
      expect(command).not.toBe("");
      clone.git(...command.split(" "), "--no-auto-maintenance", "--quiet");
      const whole = await run(args, { cwd: clone.root });
      if (args[0] === "--staged") source.git("reset", "-q", "--soft", "HEAD~1");
      const expected: Ran = await run(args, { cwd: source.root });
      expect(expected.code).not.toBe(2);
      expect(whole).toEqual(expected);
    },
  );

  it("is audited as it is, and what rests on the contents of an earlier day is not checked", async () => {
    const source = museum();
    const last = source
      .git("cat-file", "commit", "HEAD")
      .replace(/^(committer .* )\d+ (?=\+)/m, `$1${Date.parse("2026-11-10") / 1000} `);
    source.git(
      "update-ref",
      "HEAD",
      execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
        cwd: source.root,
        input: `${last}\n`,
        encoding: "utf8",
      }).trim(),
    );
    const { findings, notChecked } = await lint({
      root: partial(source, promisor).root,
      today: "2026-11-23",
      rules: { "review/behind-repo": "warning" },
    });
    expect(findings.filter(({ rule }) => rule === "review/behind-repo")).toEqual([]);
    expect(notChecked).toContainEqual({
      rule: "review/behind-repo",
      reason: "the clone is partial; run “git fetch --refetch --no-filter”",
      needs: "history",
    });
  });
});

describe("a link whose target was left out", () => {
  it("is not taken for one that leads nowhere", async () => {
    const source = museum();
    symlinkSync("spec-candidates.md", join(source.root, "docs/product/link.md"));
    source.write({
      [queue]: queueOf("Seat maps").replace(
        "visitors ask for it.",
        "visitors ask for it.\n  - **Anchors**: `docs/product/link.md`",
      ),
    });
    source.commit();
    source.remove("docs/product/link.md");
    source.commit();
    const clone = partial(source, "forgotten");
    expect(await run(["--ref", "HEAD~1"], { cwd: clone.root })).toEqual(refused);
  });
});
