import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { reporters } from "../../src/reporters/index.ts";
import { run, type Ran } from "../cli/run.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const queue = "docs/product/spec-candidates.md";

function report(text: string, more: Readonly<Record<string, string>> = {}) {
  const snapshot = memorySnapshot({
    [queue]: text,
    "specs/001-seat-maps/spec.md":
      "# Feature specification: Seat maps\n\nVisitors see which seats are free before they pay.\n",
    ...more,
  });
  return lintSnapshot(snapshot, { config: {} });
}

const named = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);

describe("characters that are not what they seem", () => {
  const forbidden = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
  const nasty = "Seat\u001B[2J\u202Emaps\u2066\u0007";

  it.each(Object.keys(reporters).filter((name) => name !== "html"))(
    "reach no reader of the format %s as they are",
    (name) => {
      const text = `# Queue\n\n## Active\n\n### ${nasty}\n\n- **Priority**: ${nasty}\n\n## Promoted\n\n- ${nasty} -> Spec 099 (\`${nasty}\`)\n`;
      const found = report(text);
      expect(found.findings.length).toBeGreaterThan(0);
      const output =
        reporters[name]?.render(found, {
          color: false,
          links: false,
          quiet: false,
          showSuppressed: true,
          showExisting: true,
        }) ?? "";
      expect(output).not.toBe("");
      expect(forbidden.exec(output)?.[0]).toBeUndefined();
    },
  );

  it("a slug with a letter of another alphabet leads to no spec that it looks like", () => {
    const found = report(
      "# Queue\n\n## Active\n\nNone.\n\n## Promoted\n\n- Boats -> Spec 099 (`se\u0430t-maps`)\n- Seats -> Spec 098 (`seat-maps`)\n",
    );
    const leads = (title: string): boolean[] =>
      found.findings
        .filter(({ claim }) => claim.text.startsWith(title))
        .map(({ fact, help }) => `${fact.text} ${help ?? ""}`.includes("seat-maps"));
    expect([leads("Boats"), leads("Seats")]).toEqual([[false], [true]]);
  });

  it("one title in two Unicode forms is one title", () => {
    const text = (one: string, other: string): string =>
      `# Queue\n\n## Active\n\n### ${one}\n\n- **Priority**: P1\n- **Problem**: guests wait at the door.\n\n## Deferred\n\n- **${other}**: later\n`;
    expect(named(report(text("Cafe\u0301 menus", "Caf\u00E9 menus")).findings)).toEqual(
      named(report(text("Caf\u00E9 menus", "Caf\u00E9 menus")).findings),
    );
  });
});

describe("names that JavaScript gives a meaning", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "%s is a title, a slug and a status like any other",
    (name) => {
      const found = report(
        `# Queue\n\n## Active\n\n### ${name}\n\n- **Priority**: P1\n\n## ${name}\n\n- ${name}\n\n## Promoted\n\n- ${name} -> Spec 001 (\`${name}\`)\n`,
        {
          "docs/product/implementation-ledger.md": `# Ledger\n\n| Title | Status | ${name} |\n|---|---|---|\n| ${name} | ${name} | Spec 001 |\n`,
        },
      );
      expect(found.findings.filter(({ message }) => /undefined|\[object|native code/.test(message))).toEqual([]);
      expect(found.coverage.examined).toBeGreaterThan(0);
    },
  );
});

describe("a configuration that nobody should trust", () => {
  const sound = {
    [queue]: "# Queue\n\n## Active\n\nNone.\n\n## Promoted\n\n- Seat maps -> Spec 001 (`seat-maps`)\n",
    "specs/001-seat-maps/spec.md": "# Seat maps\n",
  };
  const audit = (name: string, text: string): Promise<Ran> =>
    run(["--quiet", "--no-cache"], { cwd: temporaryDirectory({ ...sound, [name]: text }) });
  const json = (value: unknown): string => JSON.stringify(value);

  it.each([
    ["an absolute path", "queue-lint.config.json", json({ queue: "/etc/passwd" })],
    ["a path that leaves the root", "queue-lint.config.json", json({ roadmap: "../../secret.md" })],
    ["a glob that leaves the root", "queue-lint.config.json", json({ agents: ["{..,docs}/*.md"] })],
    ["a baseline outside", "queue-lint.config.json", json({ baseline: "../baseline.json" })],
    ["nesting without an end", "queue-lint.config.json", "[".repeat(50_000)],
    [
      "aliases that multiply",
      "queue-lint.config.yaml",
      `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
        .split("")
        .map((name, index) => `${name}: &${name} [${`*${"abcdefgh"[index] ?? ""}, `.repeat(9)}x]`)
        .join("\n")}\n`,
    ],
    ["a plugin outside", "queue-lint.config.json", json({ plugins: ["../evil.mjs"] })],
    [
      "a pattern that takes for ever to compile",
      "queue-lint.config.json",
      json({ specs: { pattern: `^(?<number>\\d+)-(?<slug>${"(|x?)".repeat(60)})b$` } }),
    ],
    ["wildcards in a row", "queue-lint.config.json", json({ agents: [`docs/${"*a".repeat(15)}*b.md`] })],
    ["an expression as a glob", "queue-lint.config.json", json({ agents: ["docs/(a|aa)+b.md"] })],
    ["a key that changes objects", "queue-lint.config.json", '{ "__proto__": { "preset": "strict" } }'],
  ])("%s is refused in words, with status 2", async (_, name, text) => {
    const { code, out, err } = await audit(name, text);
    expect({ code, out, stack: /\n {4}at /.test(err) }).toEqual({ code: 2, out: "", stack: false });
    expect(err).toMatch(/^queue-lint: .+\n/);
    expect(({} as { preset?: string }).preset).toBeUndefined();
  });

  it.each([
    ["a pattern", { specs: { pattern: "^(?<slug>.+)-(?<number>\\d+)$" } }],
    ["a glob", { agents: ["**/*a*b.md"] }],
    // Four to the power of thirty would take longer than the world is old: the test would not end.
    ["braces", { agents: [`docs/${"{a,b,c,d}".repeat(30)}.md`] }],
  ])("%s takes no time for long names", async (_, config) => {
    const names = Array.from({ length: 200 }, (__, index) => `${"a-".repeat(100)}${index}`);
    const files = Object.fromEntries(
      names.flatMap((name) => [
        [`specs/${name}_/spec.md`, "# A\n"],
        [`docs/${"a".repeat(200)}${name.slice(-3)}.md`, "a\n"],
      ]),
    );
    const { code } = await run(["--quiet", "--no-cache"], {
      cwd: temporaryDirectory({ ...sound, ...files, "queue-lint.config.json": json(config) }),
    });
    expect([0, 1, 2]).toContain(code);
  });
});
