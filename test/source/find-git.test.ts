import { chmodSync, existsSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findGit, type GitSearch } from "../../src/source/git/find-git.ts";
import { gitHistory } from "../../src/source/git/git-history.ts";
import { openGitRefs } from "../../src/source/git/git-refs.ts";
import { headCommit } from "../../src/source/git/head-commit.ts";
import { runGit } from "../../src/source/git/run-git.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "./git-repository.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

isolateGit();
afterEach(() => vi.unstubAllEnvs());

type Files = readonly (string | readonly [string, string])[];
const everywhere: Partial<GitSearch> = { exists: (file) => file };

/** Where git is found when just these files are there; a pair is a link and where it leads. */
function search(question: Partial<GitSearch>, files: Files): string | undefined {
  const real = new Map(files.map((file) => (typeof file === "string" ? [file, file] : file)));
  return findGit({
    platform: "linux",
    path: undefined,
    untrusted: ["/work/tree"],
    cwd: "/work",
    exists: (file) => real.get(file),
    ...question,
  });
}

function onWindows(path: string, files: Files, more: Partial<GitSearch> = {}): string | undefined {
  return search({ platform: "win32", path, untrusted: ["C:\\work\\tree"], cwd: "C:\\work", ...more }, files);
}

function elsewhere(path: string, files: Files, more: Partial<GitSearch> = {}): string | undefined {
  return search({ path, ...more }, files);
}

describe("findGit on Windows", () => {
  const installed = "C:\\Program Files\\Git\\cmd\\git.exe";

  it("takes the first directory of PATH that has it, also one in quotation marks or on a server", () => {
    expect(onWindows("C:\\empty;C:\\Program Files\\Git\\cmd;C:\\other", [installed, "C:\\other\\git.exe"])).toBe(
      installed,
    );
    expect(onWindows('"C:\\Program Files\\Git\\cmd"', [installed])).toBe(installed);
    expect(onWindows("\\\\server\\tools", ["\\\\server\\tools\\git.exe"])).toBe("\\\\server\\tools\\git.exe");
    expect(onWindows("c:/git/bin/", ["c:\\git\\bin\\git.exe"])).toBe("c:\\git\\bin\\git.exe");
  });

  it.each([
    ["the audited tree", "C:\\work\\tree"],
    ["a directory of the audited tree", "C:\\work\\tree\\node_modules\\.bin"],
    ["the audited tree in other case", "c:\\WORK\\Tree\\bin"],
    ["a way round to the audited tree", "C:\\tools\\..\\work\\tree"],
    ["the current directory", "C:\\work"],
    ["a dot", "."],
    ["a relative directory", "tools\\bin"],
    ["a directory of the current drive", "\\tools"],
    ["a directory of a drive's current directory", "C:tools"],
    ["an empty entry", ""],
    ["quotation marks around nothing", '""'],
  ])("takes none from %s", (_, entry) => {
    expect(onWindows(entry, [], everywhere)).toBeUndefined();
    expect(onWindows(`${entry};C:\\Program Files\\Git\\cmd`, [], everywhere)).toBe(installed);
  });

  it("takes what can be started without a shell, in the order of PATHEXT", () => {
    const files = ["C:\\a\\git.cmd", "C:\\a\\git", "C:\\b\\git.exe", "C:\\b\\git.com"];
    expect(onWindows("C:\\a;C:\\b", files)).toBe("C:\\b\\git.exe");
    expect(onWindows("C:\\a;C:\\b", files, { extensions: ".COM;.EXE;.BAT;.CMD" })).toBe("C:\\b\\git.com");
    expect(onWindows("C:\\a;C:\\b", files, { extensions: ".CMD;.PY" })).toBe("C:\\b\\git.exe");
  });

  it("takes none that a link leads into the audited tree", () => {
    expect(onWindows("C:\\links", [["C:\\links\\git.exe", "C:\\work\\tree\\git.exe"]])).toBeUndefined();
  });
});

describe("findGit elsewhere", () => {
  it("takes the first directory of PATH that has it", () => {
    expect(elsewhere("/empty:/opt/my git/bin:/usr/bin", ["/usr/bin/git", "/opt/my git/bin/git"])).toBe(
      "/opt/my git/bin/git",
    );
    expect(elsewhere("/work/tree-2/bin", ["/work/tree-2/bin/git"])).toBe("/work/tree-2/bin/git");
    expect(elsewhere("/work/..tools", ["/work/..tools/git"], { untrusted: ["/work/tree"] })).toBe("/work/..tools/git");
  });

  it.each(["/work/tree", "/work/tree/bin/", "/usr/../work/tree/..bin", "/work", ".", "bin", "", "~/bin"])(
    "takes none from %j",
    (entry) => {
      expect(elsewhere(entry, [], everywhere)).toBeUndefined();
      expect(elsewhere(`${entry}:/usr/bin`, [], everywhere)).toBe("/usr/bin/git");
    },
  );

  it("takes none that a link leads into the audited tree, and runs another link by its own name", () => {
    const files = [
      ["/links/git", "/work/tree/git"],
      ["/usr/bin/git", "/usr/lib/git-core/git"],
    ] as const;
    expect(elsewhere("/links:/usr/bin", files)).toBe("/usr/bin/git");
  });

  it("finds nothing without PATH", () => {
    expect(search({}, ["/usr/bin/git"])).toBeUndefined();
  });
});

describe.skipIf(process.platform === "win32")("a program named git in the audited tree (needs POSIX)", () => {
  const files = {
    "docs/product/spec-candidates.md":
      "# Spec candidates\n\n## Promoted to Spec\n\n- **Berth map** -> Spec 7 (`specs/007-berth-map`), merged in 0123abc\n",
    "specs/007-berth-map/spec.md": "# Berth map\n",
    "bin/git": '#!/bin/sh\ntouch "$(dirname "$0")/../it-ran"\nexec false\n',
  };

  it.each([["--root", "."], ["--base", "HEAD"], ["--staged"], ["--root", "docs"]])(
    "is never run: %s %s",
    async (...argv) => {
      const made = gitRepository(files);
      chmodSync(join(made.root, "bin/git"), 0o755);
      const links = temporaryDirectory({ "links/": "" });
      symlinkSync(join(made.root, "bin/git"), join(links, "links/git"));
      const path = [join(made.root, "bin"), "bin", "", ".", join(links, "links"), process.env["PATH"]].join(delimiter);
      vi.stubEnv("PATH", path);
      const { err } = await run(argv, { cwd: made.root });
      expect(err).not.toContain("git");
      expect(existsSync(join(made.root, "it-ran"))).toBe(false);
    },
  );

  it("leaves no git when there is no other one, and that is said in words", async () => {
    const made = gitRepository(files);
    chmodSync(join(made.root, "bin/git"), 0o755);
    vi.stubEnv("PATH", join(made.root, "bin"));
    expect(runGit(made.root, ["--version"]).status).toBeNull();
    await expect(openGitRefs(made.root)).rejects.toThrow("git was not found");
    const history = gitHistory(made.root, { start: "HEAD", open: () => expect.fail("there is no history") });
    expect(history.branches()).toEqual({ kind: "unknown", reason: "git was not found" });
    expect(await run([], { cwd: made.root })).toMatchObject({ code: 1, err: "" });
    const staged = await run(["--staged"], { cwd: made.root });
    expect({ ...staged, err: staged.err.split("\n")[0] }).toEqual({
      code: 2,
      out: "",
      err: "queue-lint: git was not found: no absolute directory in PATH outside the repository has it.",
    });
    expect(existsSync(join(made.root, "it-ran"))).toBe(false);
  });
});

describe.skipIf(process.platform === "win32")("git in a directory with a space (needs POSIX)", () => {
  it("answers both ways of asking", async () => {
    const { root, git } = gitRepository({ "a.md": "1" });
    const found = findGit({
      platform: process.platform,
      path: process.env["PATH"],
      untrusted: [],
      cwd: "/",
      exists: (file) => (existsSync(file) ? file : undefined),
    });
    const tools = temporaryDirectory({ "my tools (ü)/": "" });
    symlinkSync(found ?? "", join(tools, "my tools (ü)/git"));
    vi.stubEnv("PATH", join(tools, "my tools (ü)"));
    const answers = [await (await openGitRefs(root)).commit("HEAD"), headCommit(root)];
    vi.unstubAllEnvs();
    const head = git("rev-parse", "HEAD");
    expect(answers).toEqual([head, head]);
  });
});
