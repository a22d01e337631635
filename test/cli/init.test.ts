import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { ciFiles, hookFiles } from "../../src/cli/init/starter-files.ts";
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

describe("init", () => {
  it("shows a configuration that its own parser takes, and writes nothing", async () => {
    const { code, out, err } = await run(["init", "--root", root]);
    expect(code).toBe(0);
    expect(err).toContain("Nothing was written");
    expect(parseConfig({ path: "draft.jsonc", text: out, format: "jsonc" }, rules)).toMatchObject({
      queue,
      specs: "specs",
      preset: "recommended",
    });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(false);
  });

  it("writes with --write, never twice, and the audit then uses it", async () => {
    expect((await run(["init", "--root", root, "--write"])).code).toBe(0);
    const text = readFileSync(join(root, "queue-lint.config.jsonc"), "utf8");
    const again = await run(["init", "--root", root, "--write"]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("queue-lint.config.jsonc");
    expect(readFileSync(join(root, "queue-lint.config.jsonc"), "utf8")).toBe(text);
    expect((await run(["--root", root, ...quietRules])).code).toBe(0);
  });

  it("asks in a terminal", async () => {
    await run(["init", "--root", root], { confirm: () => Promise.resolve(false) });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(false);
    await run(["init", "--root", root], { confirm: () => Promise.resolve(true) });
    expect(existsSync(join(root, "queue-lint.config.jsonc"))).toBe(true);
  });

  it("detects unknown headings and plain bullets", async () => {
    writeFileSync(
      join(root, queue),
      '# Queue\n\n## Active\n\n- Night mode\n- Seat maps\n\n## Somewhere "else"\n\n- Old ideas\n',
    );
    const { out } = await run(["init", "--root", root]);
    const config = parseConfig({ path: "draft.jsonc", text: out, format: "jsonc" }, rules);
    expect(config.entries?.shapes).toContain("plain");
    expect(config.sections?.prose).toEqual(['Somewhere "else"']);
  });
});

describe("init in repositories that are kept in other ways", () => {
  const backlog =
    "# Backlog\n\n## Next up\n\n- Crane schedule\n- Harbour dues\n\n## Someday\n\n- Seal cams\n\n## Done\n\n- Tide alerts\n\n## Colours\n\n- Blue\n";
  const specs = { "specs/001-tide-alerts/spec.md": "# Tide alerts\n\nSkippers get a message before low tide.\n" };

  it("guesses the roles of headings, counts what they read as, and leads to a green gate", async () => {
    const own = temporaryDirectory({ "BACKLOG.md": backlog, ...specs });
    const { code, out, err } = await run(["init", "--root", own, "--write"]);
    expect(code).toBe(0);
    expect(out).toContain("“Next up”: active (a guess); 2 bullets, reads as 2 entries");
    expect(out).toContain("“Colours”: prose (nothing speaks for another role)");
    expect(out).toContain('"active": ["Next up"], "deferred": ["Someday"], "prose": ["Done", "Colours"]');
    expect(err).toMatch(/With it the audit says: .*warnings?/);
    expect((await run(["--root", own])).code).toBe(0);
  });

  it("takes what is done as promoted where it names specs", async () => {
    const text = backlog.replace("- Tide alerts", "- Tide alerts -> Spec 001 (`tide-alerts`)");
    const own = temporaryDirectory({ "BACKLOG.md": text, ...specs });
    expect((await run(["init", "--root", own])).out).toContain('"promoted": ["Done"]');
  });

  it("finds a queue by its headings, in another language", async () => {
    const own = temporaryDirectory({
      "docs/planning/arbeit.md": "# Arbeit\n\n## Als nächstes\n\n- Gezeiten\n- Kräne\n\n## Irgendwann\n\n- Robben\n",
      "docs/guide.md": "# Guide\n\n## Later\n\n- Read on\n\n## Colours\n\n- Blue\n",
    });
    expect((await run(["init", "--root", own])).out).toContain(
      '"queue": "docs/planning/arbeit.md",  // a guess, by its headings',
    );
  });

  it("names a queue that is kept in another way as none, and never leads back to itself", async () => {
    const own = temporaryDirectory({ "BACKLOG.md": "# Backlog\n\n## Colours\n\n- Blue\n", ...specs });
    const { out } = await run(["init", "--root", own, "--write"]);
    expect(out).toContain('"queue": false,  // BACKLOG.md has no section with a role');
    const { code, out: audit } = await run(["--root", own]);
    expect(code).toBe(0);
    expect(audit).not.toContain("queue-lint init");
  });

  it("proposes the pattern that fits most directories of specs", async () => {
    const own = temporaryDirectory({
      "specs/1-tides/spec.md": "# Tides\n",
      "specs/2-cranes/spec.md": "# Cranes\n",
      "specs/003-seals/spec.md": "# Seals\n",
    });
    const { out } = await run(["init", "--root", own]);
    expect(out).toContain("it fits 3 of 3 directories, the default 1");
    expect(parseConfig({ path: "draft.jsonc", text: out, format: "jsonc" }, rules).specs).toMatchObject({
      root: "specs",
    });
  });

  it("proposes nothing where nothing is planned, and says what to do", async () => {
    const { code, out, err } = await run(["init", "--root", temporaryDirectory({ "src/a.ts": "" }), "--write"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain("queue-lint init --queue");
  });

  it("names the projects of a monorepo, as the audit does", async () => {
    const own = temporaryDirectory({ "packages/tides/BACKLOG.md": backlog, "packages/other/src/a.ts": "" });
    expect((await run(["init", "--root", own])).err).toContain("Projects of their own: packages/tides.");
    expect((await run(["--root", own])).err).toBe(
      "Work is planned in packages/tides: queue-lint --root packages/tides audits it.\n",
    );
  });
});

describe("init of other files", () => {
  it.each([
    [["--queue"], "docs/product/spec-candidates.md"],
    [["--ci", "github"], ".github/workflows/queue-lint.yml"],
    [["--ci", "gitlab"], ".gitlab/queue-lint.gitlab-ci.yml"],
    [["--ci", "gitea"], ".gitea/workflows/queue-lint.yml"],
    [["--hook", "pre-commit"], ".pre-commit-config.yaml"],
    [["--hook", "husky"], ".husky/pre-commit"],
    [["--hook", "lefthook"], "lefthook.yml"],
  ])("%j shows, writes with --write and never overwrites", async (flags, path) => {
    const own = temporaryDirectory({ "src/a.ts": "" });
    expect((await run(["init", "--root", own, ...flags])).out).toContain(`# ${path}\n`);
    expect(existsSync(join(own, path))).toBe(false);
    expect((await run(["init", "--root", own, ...flags, "--write"])).code).toBe(0);
    const text = readFileSync(join(own, path), "utf8");
    expect(text.length).toBeGreaterThan(20);
    expect((await run(["init", "--root", own, ...flags, "--write"])).code).toBe(2);
    expect(readFileSync(join(own, path), "utf8")).toBe(text);
  });

  it("the short queue is a sound one", async () => {
    const own = temporaryDirectory({ "src/a.ts": "" });
    await run(["init", "--root", own, "--queue", "--write"]);
    expect((await run(["--root", own, "--max-warnings", "0"])).code).toBe(0);
    expect((await run(["next", "--root", own])).out).toMatch(/^First candidate/);
  });

  it("the files are those of the documentation", () => {
    const page = (name: string): string => readFileSync(join(import.meta.dirname, "../../docs", name), "utf8");
    expect(page("github-action.md")).toContain(ciFiles.github.text.trimEnd());
    for (const hook of Object.values(hookFiles)) expect(page("hooks.md")).toContain(hook.text.trimEnd());
  });
});

describe("demo", () => {
  it("shows errors and what fixes them, of no repository", async () => {
    const { code, out } = await run(["demo"]);
    expect(code).toBe(0);
    expect(out).toMatch(/error {2}active\/not-specced[\s\S]*3 errors/);
  });
});
