import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
let root = "";
beforeEach(() => {
  root = temporaryDirectory({
    [queue]:
      "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P1\n\n## Promoted\n\n- Halls -> Spec 002 (`halls`)\n",
    "specs/001-tickets/spec.md": "# Tickets\n\nVisitors buy tickets.\n",
  });
});

describe("flags before and after the command", () => {
  it.each([
    [["audit", "--rule", "promotion/spec-exists:off"]],
    [["--rule", "promotion/spec-exists:off", "audit"]],
    [["--rule", "promotion/spec-exists:off"]],
  ])("count for the audit: %j", async (argv: readonly string[]) => {
    expect((await run(["audit", "--root", root])).code).toBe(1);
    const { code, err } = await run(argv, { cwd: root });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("hands formats and limits to a command written out", async () => {
    const { code, out } = await run(["--format", "concise", "--quiet", "--root", root, "audit"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^docs\/product\/spec-candidates\.md:\d+:\d+: error: .*\n\d+ claims.*\n$/);
  });

  it.each([
    [["--quiet", "next"], "“next” has no flag --quiet"],
    [["--root", ".", "rules"], "“rules” has no flag --root"],
    [["--root", ".", "next", "--root", "."], "--root is given before and after “next”"],
    [["--rule", "promotion/once:off:really"], "id:severity"],
    [["audit", "extra"], "no file or directory"],
    [["baseline", "extra"], "“baseline” takes no word beside its flags"],
    [["--format", "sarif", "entries"], "“entries” has the formats text and json"],
    [["entries", "--format", "xml"], "--format cannot be “xml”"],
  ])("refuses what would be lost: %j", async (argv, words) => {
    const { code, out, err } = await run(argv, { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });

  it("lets --no-color stand before every command", async () => {
    expect((await run(["--no-color", "next", "--root", root])).code).toBe(0);
  });
});

describe("words that are no command", () => {
  it.each([
    [["nxt", "--json"], "“nxt”; did you mean “next”?"],
    [["help", "nxt"], "“nxt”; did you mean “next”?"],
  ])("%j is refused with the way out", async (argv, words) => {
    const { code, out, err } = await run(argv, { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^queue-lint: There is no command /);
    expect(err).toContain(words);
  });

  it.each(["audit", "next", "entries", "rules", "explain", "init", "help"])(
    "“help %s” is the help of the command",
    async (name) => {
      const { code, out } = await run(["help", name]);
      expect(code).toBe(0);
      expect(out).toBe((await run([name, "--help"])).out);
      expect(out).toContain(`Usage: queue-lint ${name}`);
    },
  );
});

describe("words of the repository on standard error", () => {
  it("cannot repaint the terminal", async () => {
    writeFileSync(join(root, "queue-lint.config.json"), '{ "que\\u001b[31mue\\u202e": "##[error]" }');
    const { code, err } = await run(["--root", root]);
    expect(code).toBe(2);
    expect(err).toContain("que\\x1b[31mue\\u202e");
    expect(err).not.toMatch(/[\u001B\u202E]/);
    expect(err.split("\n").length).toBeGreaterThan(3);
  });
});

describe("hostile titles", () => {
  it.each([
    "next",
    "next --explain",
    "next --json",
    "entries",
    "entries --json",
    "init",
    "audit",
    "audit --format json",
  ])("stay words in “%s”", async (command) => {
    const title = "Seat \u001B[31mmaps ##[stop-commands]t \u202E";
    writeFileSync(
      join(root, queue),
      `# Queue\n\n## Active\n\n### ${title}\n\n- **Priority**: P1\n\n## ${title}\n\nWords.\n\n## Deferred\n\n### ${title} later\n`,
    );
    const { out, err } = await run([...command.split(" "), "--root", root]);
    expect(out.length).toBeGreaterThan(0);
    expect(out + err).not.toMatch(/[\u001B\u202E]|##\[/);
  });
});
