import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.ts";
import { commandNames } from "../../src/core/settings.ts";
import { rules } from "../../rules/index.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const sound = {
  "docs/product/spec-candidates.md":
    "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P2\n\n### Waiting lists\n\n- **Priority**: P1\n- **Depends on**: Spec 001\n\n### Refunds\n\n- **Priority**: P1\n- **Depends on**: Spec 002\n\n## Promoted\n\n- Tickets -> Spec 001 (`tickets`)\n- Halls -> Spec 002 (`halls`)\n",
  "specs/001-tickets/spec.md": "# Tickets\n\nVisitors buy tickets and get them by mail.\n",
  "specs/001-tickets/tasks.md": "- [x] T001 Sell\n- [X] T002 Mail\n",
  "specs/002-halls/spec.md": "# Halls\n\nHalls have rows, seats and an address.\n",
  "specs/002-halls/tasks.md": "- [x] T001 Rows\n- [~] T002 Seats\n- [-] T003 Address\n",
};
const queue = "docs/product/spec-candidates.md";
const quietRules = ["--rule", "active/priority-order:off"];

let root = "";
beforeEach(() => {
  root = temporaryDirectory(sound);
});
const breakQueue = (): void =>
  writeFileSync(join(root, queue), sound[queue].replace("Spec 001 (`tickets`)", "Spec 009 (`nothing-here`)"));

describe("audit", () => {
  it("ends with 0 and says what it examined", async () => {
    const { code, out, err } = await run(["--root", root, ...quietRules]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/no findings\n\d+ claims: \d+ true/);
  });

  it("ends with 1 on an error and shows it on stdout", async () => {
    breakQueue();
    const { code, out, err } = await run(["--root", root]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain(
      `${queue}:21:3  error  promotion/spec-exists\n  “Tickets” is promoted to Spec 009, but specs has no 009-* directory.\n  claim  Tickets -> Spec 009 (nothing-here)\n`,
    );
  });

  it("counts warnings against --max-warnings", async () => {
    const flags = ["--root", root, "--rule", "active/priority-order:warning"];
    expect((await run(flags)).code).toBe(0);
    expect((await run([...flags, "--max-warnings", "1"])).code).toBe(0);
    expect((await run([...flags, "--max-warnings", "0"])).code).toBe(1);
  });

  it("writes one format to stdout and others to files", async () => {
    const { code, out } = await run(
      ["--root", root, "--format", "concise", "--format", "json=report.json", ...quietRules],
      { cwd: root },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ claims/);
    expect((JSON.parse(readFileSync(join(root, "report.json"), "utf8")) as { specs: number }).specs).toBe(2);
    expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses a path that cannot be written, and leaves nothing behind", async () => {
    const { code, err } = await run(["--root", root, "--format", "json=nowhere/report.json"], { cwd: root });
    expect(code).toBe(2);
    expect(err).toContain("nowhere/report.json");
    expect(existsSync(join(root, "nowhere"))).toBe(false);
  });

  it("takes presets: strict fails on warnings, adopt never fails, agent is concise", async () => {
    breakQueue();
    expect((await run(["--root", root, "--preset", "adopt"])).code).toBe(0);
    expect((await run(["--root", root, "--preset", "strict", "--rule", "promotion/spec-exists:off"])).code).toBe(1);
    expect((await run(["--root", root, "--preset", "agent"])).out.split("\n")[0]).toMatch(
      /^docs\/product\/spec-candidates\.md:\d+:\d+: /,
    );
  });

  it.each([
    [{ tty: true }, true],
    [{ tty: false }, false],
    [{ tty: true, env: { NO_COLOR: "1" } }, false],
    [{ tty: true, env: { TERM: "dumb" } }, false],
    [{ tty: false, env: { FORCE_COLOR: "1" } }, true],
  ])("colours as %j asks for: %s", async (over, colored) => {
    expect((await run(["--root", root], over)).out.includes("\u001B[")).toBe(colored);
    expect((await run(["--root", root, "--no-color"], over)).out).not.toContain("\u001B[");
  });
});

describe("usage errors end with 2, on stderr, with the nearest right word", () => {
  it.each([
    [["--quite"], "--quiet"],
    [["nxt"], "next"],
    [["--preset", "recomended"], "recommended"],
    [["--format", "jsn"], "json"],
    [["--format", "text", "--format", "concise"], "path"],
    [["--rule", "promotion/onec:off"], "promotion/once"],
    [["--rule", "promotion/once"], "id:severity"],
    [["--max-warnings", "-1"], "whole number"],
    [["--root"], "--root needs a value"],
    [["explain", "promotion/onec"], "promotion/once"],
    [["explain"], "RULE is missing"],
    [["entries", "--role", "activ"], "active"],
    [["next", "--jsn"], "--json"],
    [["next", "extra"], "“next” takes no word"],
    [["--root", "/does/not/exist"], "/does/not/exist"],
    [["--config", "nowhere.json"], "nowhere.json"],
  ])("%j", async (argv, word) => {
    const { code, out, err } = await run(argv, { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(word);
    expect(err).not.toMatch(/^ +at .+\.ts:\d/m);
  });
});

describe("next", () => {
  it("picks by priority, then order, with dependencies met", async () => {
    const { code, out } = await run(["next", "--root", root]);
    expect(code).toBe(0);
    expect(out).toBe(`Waiting lists\n  ${queue}:9  priority P1  Active\n`);
  });

  it("explains the others", async () => {
    const { out } = await run(["next", "--root", root, "--explain"]);
    expect(out).toContain(
      "It depends on “Spec 002”, which still has 2 of 3 tasks open.\n  docs/product/spec-candidates.md:14  Refunds",
    );
    expect(out).toContain("Eligible, but later in the queue.\n  docs/product/spec-candidates.md:5  Seat maps");
    expect(out).toContain("It is already promoted to a spec.");
  });

  it("answers programs, also when flags stand before the command", async () => {
    const answer = JSON.parse((await run(["--root", root, "next", "--json"])).out) as {
      next: { title: string };
      considered: unknown[];
    };
    expect(answer.next.title).toBe("Waiting lists");
    expect(answer.considered).toHaveLength(5);
  });

  it.each([
    ["an empty section", "# Queue\n\n## Active\n\n## Deferred\n\n- `Seat maps`: later.\n", "the active queue is empty"],
    [
      "bullets that are notes",
      "# Queue\n\n## Active\n\n- Evening mode is wanted.\n- Search is too slow.\n\n## Deferred\n\n- `Seat maps`: later.\n",
      "Its 2 bullets are notes, since they do not begin with a title",
    ],
    [
      "what could not be read",
      "# Queue\n\n## Active\n\n- Evening mode\n\n| Wish | Word |\n|---|---|\n| Search | red |\n\n## Deferred\n\n- `Seat maps`: later.\n",
      `2 parts of the active section could not be read as entries (${queue}:5, ${queue}:9)`,
    ],
    ["a statement", "# Queue\n\n## Active\n\nThe active queue is empty.\n", `as ${queue}:5 says`],
    ["only refused entries", "# Queue\n\n## Active\n\n### Seat maps\n\n- **Auto-prep**: no\n", "--explain"],
    ["no active section", "# Queue\n\n## Deferred\n", "no active section"],
  ])("ends with 3 and a sentence for %s", async (_, text, words) => {
    writeFileSync(join(root, queue), text);
    const { code, out } = await run(["next", "--root", root]);
    expect(code).toBe(3);
    expect(out).toMatch(/^Nothing may be picked: /);
    expect(out).toContain(words);
  });
});

describe("entries, rules, explain", () => {
  it("lists candidates with spec and progress", async () => {
    const { out, err } = await run(["entries", "--root", root]);
    expect(out.split("\n")[4]).toBe(
      "promoted  -         Tickets        001   2/2    docs/product/spec-candidates.md:21",
    );
    expect(out).toContain("002   1/3");
    expect(err).toBe(`5 entries in ${queue}\n`);
    expect(
      (JSON.parse((await run(["entries", "--root", root, "--role", "promoted", "--json"])).out) as unknown[]).length,
    ).toBe(2);
  });

  it("lists every rule with its severity in a preset", async () => {
    const listed = (await run(["rules"])).out.trim().split("\n").slice(1);
    expect(listed).toHaveLength(rules.length);
    expect(listed.find((line) => line.startsWith("promotion/unledgered-spec"))).toMatch(/ off /);
    const strict = (await run(["rules", "--preset", "strict"])).out.split("\n");
    const off = strict.filter((line) => /^\S+ +off /.test(line)).map((line) => line.split(" ", 1)[0]);
    const unproven = rules.filter(
      ({ definition: { meta } }) => meta.class === "heuristic" && meta.recommended !== true,
    );
    expect(off).toEqual(unproven.map(({ id }) => id));
  });

  it.each(rules.map((rule) => rule.id))("explains %s with the body of its page", async (id) => {
    const { code, out } = await run(["explain", id]);
    expect(code).toBe(0);
    expect(out).toContain(rules.find((rule) => rule.id === id)?.definition.meta.description);
    expect(out).toContain("## Why");
  });
});

describe("help", () => {
  it.each([[[]], [["next"]], [["entries"]], [["rules"]], [["explain"]], [["init"]], [["audit"]], [["help"]]])(
    "has examples for %j",
    async (command: readonly string[]) => {
      const { code, out, err } = await run([...command, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/Usage: queue-lint[\s\S]*Examples:\n {2}npx queue-lint/);
    },
  );

  it("names every command that instruction files may name", () => {
    const output = { write: () => undefined, isTTY: false };
    const program = buildProgram([], {
      io: { cwd: "/", env: {}, stdout: output, stderr: output, confirm: undefined },
      end: () => undefined,
    });
    expect(program.commands.map((command) => command.name()).sort()).toEqual([...commandNames].sort());
  });

  it("prints the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
      version: string;
    };
    expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

it("reads an unreadable spec root as a finding, not as a crash", async () => {
  mkdirSync(join(root, "empty"));
  writeFileSync(join(root, "queue-lint.config.json"), '{ "specs": "nowhere" }');
  const { code, out } = await run(["--root", root, ...quietRules]);
  expect(code).toBe(1);
  expect(out).toContain("scope/input-readable");
});
