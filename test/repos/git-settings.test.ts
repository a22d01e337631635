import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, type Repository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

isolateGit();
vi.stubEnv("CI", "");
afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv("CI", "");
});

const queue = "docs/product/spec-candidates.md";
const spec = "# Feature specification: Halls\n\nPeople walk through the halls of a museum and see what stands there.\n";
const queueOf = (active: string, promoted: readonly string[]): string =>
  `# Spec candidates\n\n## Active\n\n${active}\n## Promoted to spec\n\n${promoted.map((one) => `- ${one}\n`).join("")}`;
const night = "- `Night mode`: pages are too bright after dark.\n  - **Anchors**: `vendor/lamps`, `src/night.ts`\n";
const maps = "- `Seat maps`: visitors do not find their seats.\n";
const [halls, cafe] = ["Halls -> Spec 001 (`halls`)", "Cafe -> Spec 777 (`cafe`)"];

/** A first commit with an entry, a merge that brings a fault and an entry, a submodule that goes, files that get new names, an author with a name of other letters. */
function museum(): Repository {
  const library = gitRepository({ "README.md": "library" });
  const repository = gitRepository();
  repository.git("submodule", "--quiet", "add", library.root, "vendor/lamps");
  repository.write({
    "BACKLOG.md": queueOf(night, [halls]),
    "specs/001-halls/spec.md": spec,
    "src/night.ts": "export const night = 1;\n",
  });
  repository.commit("First");
  repository.git("switch", "-qc", "side");
  repository.write({ "BACKLOG.md": queueOf(night + maps, [halls, cafe]) });
  repository.git("commit", "-qam", "On the side — größer", "--author=Zoë <zoe@example.org>");
  repository.git("switch", "-q", "main");
  repository.write({ "README.md": "Readme\n" });
  repository.commit("Readme");
  repository.git("merge", "-q", "--no-ff", "-m", "Merge the side", "side");
  repository.git("rm", "-qf", "vendor/lamps");
  repository.git("commit", "-qm", "Remove the lamps", "--author=Zoë <zoe@example.org>");
  repository.git("mv", "src/night.ts", "src/dusk.ts");
  mkdirSync(join(repository.root, "docs/product"), { recursive: true });
  repository.git("mv", "BACKLOG.md", queue);
  repository.git("commit", "-qm", "Rename", "--author=Zoë <zoe@example.org>");
  return repository;
}

async function ended({ root }: Repository, commands: readonly (readonly string[])[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const args of commands) all.push([args, await run(args, { cwd: root })]);
  return all;
}

const histories = (repository: Repository): Promise<unknown[]> =>
  ended(repository, [
    ["history", "--json"],
    ["blame", "--json"],
  ]);
/** Everything that rests on git. */
const answers = async (repository: Repository): Promise<unknown[]> => [
  ...(await histories(repository)),
  ...(await ended(repository, [
    ["replay", "--json"],
    ["--staged", "--format", "json"],
    ["--ref", "HEAD", "--base", "HEAD~2", "--show-existing", "--format", "json"],
    ["--format", "json"],
  ])),
];

/** Settings that can be made at once, and those that take turns. */
const together = {
  "log.showRoot": "false",
  "log.follow": "true",
  "log.mailmap": "false",
  "log.abbrevCommit": "true",
  "log.decorate": "full",
  "log.date": "relative",
  "i18n.logOutputEncoding": "latin1",
  "i18n.commitEncoding": "latin1",
  "format.pretty": "oneline",
  "core.quotePath": "true",
  "core.abbrev": "4",
  "diff.renames": "false",
  "core.commentChar": ";",
  "color.ui": "always",
  "color.diff": "always",
  "column.ui": "always",
  "diff.renameLimit": "1",
  "diff.relative": "true",
  "diff.noPrefix": "true",
  "diff.ignoreSubmodules": "all",
  "diff.submodule": "log",
  "diff.algorithm": "patience",
  "submodule.vendor/lamps.ignore": "all",
  "submodule.recurse": "true",
  "status.renames": "false",
  "status.relativePaths": "false",
  "status.showUntrackedFiles": "no",
  "status.submoduleSummary": "true",
  "branch.sort": "-committerdate",
};
const inTurn = [
  ["log.diffMerges", "off"],
  ["log.diffMerges", "combined"],
  ["diff.orderFile", "/nonexistent"],
  ["log.showRoot", "false"],
  ["i18n.logOutputEncoding", "latin1"],
] as const;

describe("git settings", () => {
  it("of the user change no answer, whatever they are", async () => {
    const repository = museum();
    const before = await answers(repository);
    const file = join(temporaryDirectory(), "gitconfig");
    vi.stubEnv("GIT_CONFIG_GLOBAL", file);
    for (const [name, value] of Object.entries(together)) repository.git("config", "--file", file, name, value);
    expect(await answers(repository)).toEqual(before);
  });

  it.each(inTurn)("of the repository change no history: %s = %s", async (name, value) => {
    const repository = museum();
    const before = await histories(repository);
    expect(JSON.stringify(before)).toContain("Zoë");
    repository.git("config", name, value);
    expect(await histories(repository)).toEqual(before);
  });

  it("of .gitmodules hide no submodule from the history", async () => {
    const commits = async ({ root }: Repository): Promise<unknown> => {
      const { findings } = JSON.parse((await run(["blame", "--json"], { cwd: root })).out) as {
        findings: { rule: string; claim: { text: string }; since: { subject: string } | null }[];
      };
      return findings
        .filter(({ rule }) => rule === "reference/anchor-exists")
        .map(({ claim, since }) => [claim.text, since?.subject]);
    };
    const repository = museum();
    const before = await commits(repository);
    expect(before).toContainEqual([expect.stringContaining("vendor/lamps"), "Remove the lamps"]);
    repository.write({
      ".gitmodules": '[submodule "vendor/lamps"]\n\tpath = vendor/lamps\n\turl = ../lamps\n\tignore = all\n',
    });
    expect(await commits(repository)).toEqual(before);
  });
});

describe("what a commit says of itself", () => {
  it.each(["\u0002", "\u0001", "\u0001\u0002\u0002", ":100644 "])("is not cut where it holds %j", async (mark) => {
    const repository = gitRepository();
    repository.write({ [queue]: queueOf(maps, [halls]), "specs/001-halls/spec.md": spec });
    repository.git("add", "-A");
    // Git refuses such a name, but reads it.
    const tree = repository.git("write-tree");
    const body = `tree ${tree}\nauthor A${mark}b <a@example.org> 1793534400 +0000\ncommitter A <a@example.org> 1793534400 +0000\n\n${mark}Sub${mark}ject\n`;
    const commit = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], {
      cwd: repository.root,
      input: body,
      encoding: "utf8",
    }).trim();
    repository.git("update-ref", "HEAD", commit);
    const { commits } = JSON.parse((await run(["replay", "--json"], { cwd: repository.root })).out) as {
      commits: { id: string; author: string; subject: string }[];
    };
    expect(commits.map(({ id, author, subject }) => [id, author, subject])).toEqual([
      [commit, `A${mark}b`, `${mark}Sub${mark}ject`],
    ]);
  });
});
