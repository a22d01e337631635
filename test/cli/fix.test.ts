import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
const spec = (title: string): string =>
  `# Feature specification: ${title}\n\nVisitors get what the title says, on every device they own.\n`;
const text = [
  "\uFEFF# Queue",
  "",
  "## Active",
  "",
  "- `Seat maps`: on paper.  ",
  "  - **Priority**: P1",
  "- `Refund rules`: by hand.",
  "  - **Priority**: P2",
  "",
  "## Promoted",
  "",
  "-  Halls -> Spec 002 (`hall`)\t",
  "",
  "## Manual backlog",
  "",
  "| a  |b |",
  "|---|---|",
  "",
].join("\r\n");
const files = {
  [queue]: text,
  "specs/001-seat-maps/spec.md": spec("Seat maps"),
  "specs/002-halls/spec.md": spec("Halls"),
};
const fixedText = text
  .replace("(`hall`)", "(`halls`)")
  .replace("## Manual backlog\r\n", "## Manual backlog\r\n\r\n**Boundary**: manual promotion only, not auto-prep.\r\n");

const read = (root: string, path = queue): string => readFileSync(join(root, path)).toString("utf8");

describe("--fix", () => {
  it("applies the safe fixes, keeps every other byte and the mode, and reports what remains", async () => {
    const root = temporaryDirectory(files);
    chmodSync(join(root, queue), 0o640);
    const { code, out, err } = await run(["--fix", "--root", root]);
    expect(read(root)).toBe(fixedText);
    expect(statSync(join(root, queue)).mode & 0o777).toBe(0o640);
    expect(err).toBe(`fixed 2 findings in 1 file: ${queue}\n`);
    expect(code).toBe(1);
    expect(out).toContain("active/not-specced");
    expect(out).toContain("(run with --fix=suggest active/not-specced)");
    expect(out).not.toContain("slug-matches");
    expect(readdirSync(join(root, "docs/product"))).toEqual(["spec-candidates.md"]);
  });

  it("says so when there is nothing to fix, and changes nothing", async () => {
    const root = temporaryDirectory({ ...files, [queue]: fixedText });
    const before = statSync(join(root, queue));
    const { err } = await run(["--fix", "--root", root]);
    expect(err).toBe("nothing to fix\n");
    expect(statSync(join(root, queue)).ino).toBe(before.ino);
  });

  it("ends with 0 when nothing at error level remains", async () => {
    const root = temporaryDirectory({ ...files, [queue]: text.replace("Seat maps", "Seat plans") });
    expect((await run(["--root", root])).code).toBe(1);
    const { code, out } = await run(["--fix", "--root", root]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^no findings$/m) as unknown });
  });

  it("never touches a file that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff])]);
    const root = temporaryDirectory({ ...files, [queue]: bytes });
    const { code, err } = await run(["--fix", "--root", root]);
    expect({ code, err }).toEqual({ code: 1, err: "nothing to fix\n" });
    expect(readFileSync(join(root, queue)).equals(bytes)).toBe(true);
  });
});

describe("--fix=suggest RULE", () => {
  it.each([
    [["--fix=suggest", "active/not-specced"]],
    [["--fix", "suggest", "active/not-specced", "promotion/once"]],
    [["audit", "--fix=suggest", "--fix-rule", "active/not-specced"]],
  ])("applies what the rule suggests, and nothing of another one: %j", async (argv) => {
    const root = temporaryDirectory(files);
    const { err, code } = await run([...argv, "--root", root, "--quiet"]);
    expect(err).toBe(`fixed 1 finding in 1 file: ${queue}\n`);
    expect(code).toBe(1);
    expect(read(root)).toBe(
      text
        .replace("- `Seat maps`: on paper.  \r\n  - **Priority**: P1\r\n", "")
        .replace(
          "(`hall`)\t\r\n",
          "(`hall`)\t\r\n- Seat maps -> Spec 001 (`seat-maps`)\r\n  - on paper.\r\n  - **Priority**: P1\r\n",
        ),
    );
  });

  it("applies only the safe fixes of the rules that --fix names", async () => {
    const root = temporaryDirectory(files);
    const { err } = await run([
      "--fix",
      "--fix-rule",
      "promotion/slug-matches",
      "--fix-rule",
      "active/not-specced",
      "--root",
      root,
    ]);
    expect(err).toMatch(/^fixed 1 finding /);
    expect(read(root)).toBe(text.replace("(`hall`)", "(`halls`)"));
  });

  it.each([
    [["--fix=suggest"], "On offer: "],
    [["--fix=suggest", "active/not-speced"], "did you mean “active/not-specced”?"],
    [["--fix=all"], "Write one of safe, suggest"],
    [["--fix", "next"], "Write one of safe, suggest"],
    [["--fix-rule", "promotion/once"], "--fix-rule is given without --fix"],
    [["--diff", "--format", "json"], "--diff and --format both write to standard output"],
    [["--fix=suggest", "active/not-specced", "doks"], "There is no command “doks”"],
  ])("refuses what it cannot mean: %j", async (argv, words) => {
    const root = temporaryDirectory(files);
    const { code, out, err } = await run(argv, { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
    expect(read(root)).toBe(text);
  });
});

describe("--diff", () => {
  it("shows what --fix would change, writes nothing and ends as the audit does", async () => {
    const root = temporaryDirectory(files);
    const { code, out, err } = await run(["--diff", "--root", root]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^--- a\/docs\/product\/spec-candidates\.md\n\+\+\+ b\/docs\/product\/spec-candidates\.md\n@@ /,
    );
    expect(out).toContain("\n--  Halls -> Spec 002 (`hall`)\t\r\n+-  Halls -> Spec 002 (`halls`)\t\r\n");
    expect(out).not.toContain("Seat maps -> Spec 001");
    expect(err).toBe(`would fix 2 findings in 1 file: ${queue}\nwith --fix=suggest RULE: active/not-specced 1\n`);
    expect(read(root)).toBe(text);
  });

  it("shows what a rule suggests, and writes a report beside it", async () => {
    const root = temporaryDirectory(files);
    const { out } = await run(["--diff", "--fix=suggest", "active/not-specced", "--format", "json=audit.json"], {
      cwd: root,
    });
    expect(out).toContain("\n+- Seat maps -> Spec 001 (`seat-maps`)\r\n");
    expect(read(root)).toBe(text);
    expect(JSON.parse(read(root, "audit.json"))).toMatchObject({ summary: { errors: 3 } });
  });

  it("says nothing on standard output when nothing would change", async () => {
    const { code, out, err } = await run([
      "--diff",
      "--root",
      temporaryDirectory({ ...files, [queue]: fixedText.replace("Seat maps", "Seat plans") }),
    ]);
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "nothing to fix\n" });
  });

  it("escapes what a terminal or a runner would obey", async () => {
    const root = temporaryDirectory({
      ...files,
      [queue]: text.replace("\r\n\r\n## Manual", "\r\n::error::no\u001B[31m\r\n\r\n## Manual"),
    });
    for (const over of [{ tty: true }, { env: { GITHUB_ACTIONS: "true" } }]) {
      const { out } = await run(["--diff", "--root", root], over);
      expect(out).toContain("\n \\x3a:error::no\\x1b[31m\n");
    }
  });
});

describe("what cannot be written", () => {
  const both = { ...files, "AGENTS.md": "Run `npx queue-lint nexts`.\n" };
  const argv = ["--fix=suggest", "active/not-specced", "autoprep/agent-docs-agree"];

  it("changes several files together", async () => {
    const root = temporaryDirectory(both);
    const { err } = await run(argv, { cwd: root });
    expect(err).toBe(`fixed 2 findings in 2 files: AGENTS.md, ${queue}\n`);
    expect(read(root, "AGENTS.md")).toBe("Run `npx queue-lint next`.\n");
    expect(read(root)).toContain("- Seat maps -> Spec 001");
  });

  it.each([
    ["a read-only file", (root: string) => chmodSync(join(root, queue), 0o444), "it is read-only"],
    [
      "a read-only directory",
      (root: string) => chmodSync(join(root, "docs/product"), 0o555),
      "its directory is read-only",
    ],
  ])("changes none when one is %s", async (_, prepare, words) => {
    const root = temporaryDirectory(both);
    prepare(root);
    const { code, out, err } = await run(argv, { cwd: root });
    chmodSync(join(root, "docs/product"), 0o755);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`The fixes cannot be written: ${words}. Nothing was changed.\n  at ${queue}\n`);
    expect(read(root)).toBe(text);
    expect(read(root, "AGENTS.md")).toBe(both["AGENTS.md"]);
    expect(readdirSync(join(root, "docs/product"))).toEqual(["spec-candidates.md"]);
  });

  it("writes through a symbolic link inside the repository, and leaves the link", async () => {
    const root = temporaryDirectory(both);
    mkdirSync(join(root, "real"));
    renameSync(join(root, queue), join(root, "real/queue.md"));
    symlinkSync("../../real/queue.md", join(root, queue));
    expect((await run(["--fix"], { cwd: root })).err).toMatch(/^fixed 2 findings/);
    expect(read(root, "real/queue.md")).toBe(fixedText);
    expect(
      readdirSync(join(root, "docs/product"), { withFileTypes: true }).map((entry) => entry.isSymbolicLink()),
    ).toEqual([true]);
  });
});
