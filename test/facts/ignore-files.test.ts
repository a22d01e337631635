import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ignoreFiles } from "../../src/facts/ignore-files.ts";
import { memorySnapshot, type MemoryFile } from "../memory-snapshot.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const files: Record<string, string> = {
  ".gitignore":
    "\uFEFFoutput/\n*.log\n/root-only.txt\n!kept.log\nbuild*/\n**/cache/**\n# comment\n\\#hash\ntrailing \n",
  "docs/.gitignore": "*.png\n!pier.png\n/surveys\n",
  "docs/deep/.gitignore": "!*.png\n",
  "src/a.ts": "",
  "output/.gitignore": "!inside.md\n",
};
const asked = [
  "output/a.md",
  "output/inside.md",
  "docs/output/a.md",
  "a.log",
  "docs/kept.log",
  "root-only.txt",
  "docs/root-only.txt",
  "build-1/x",
  "src/cache/a/b",
  "#hash",
  "trailing",
  "docs/a.png",
  "docs/pier.png",
  "docs/deep/a.png",
  "docs/surveys",
  "docs/surveys/x.md",
  "surveys",
  "src/b.ts",
];

describe("ignore files", () => {
  it("say what git says", () => {
    const root = temporaryDirectory(files);
    execFileSync("git", ["init", "-q", "--template="], { cwd: root });
    const ask = ignoreFiles(memorySnapshot(files));
    for (const path of asked) {
      // Exit status 1: it is not ignored.
      const byGit = [path, `${path}/`].some((one) => {
        try {
          execFileSync("git", ["-c", "core.excludesFile=/dev/null", "check-ignore", "-q", "--no-index", one], {
            cwd: root,
          });
          return true;
        } catch {
          return false;
        }
      });
      expect([path, ask(path)?.kind === "ignored"]).toEqual([path, byGit]);
    }
  });

  it("are named when they cannot be read, and then nobody knows", () => {
    const ask = (file: MemoryFile) => ignoreFiles(memorySnapshot({ "docs/.gitignore": file, "docs/a.md": "" }));
    const reason = (file: MemoryFile, path = "docs/b.md"): unknown => {
      const answer = ask(file)(path);
      return answer?.kind === "ignored" ? answer.reason : answer;
    };
    expect(reason({ reason: "encoding", detail: "it is not UTF-8" })).toBe(
      "docs/b.md may be ignored by git: docs/.gitignore cannot be read: it is not UTF-8",
    );
    expect(reason("*.tmp\n[a-\n")).toBe(
      "docs/b.md may be ignored by git: docs/.gitignore:2 is no pattern that can be read (“[a-”)",
    );
    expect(reason("x\\\n")).toMatch(/docs\/\.gitignore:1/);
    expect(reason("*.md\n[a-\n")).toBe("docs/b.md is not in the tree, and docs/.gitignore says that git ignores it");
    expect(reason("[a-c]\n[]x]\n[!a]z\n\\[\n")).toBeUndefined();
    expect(reason("[a-\n", "src/b.md")).toBeUndefined();
  });
});
