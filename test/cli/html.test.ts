import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { boardData, type AuditedTree } from "../../src/cli/board-data.ts";
import type { Io } from "../../src/cli/io.ts";
import { copies, gitRepository, isolateGit } from "../source/git-repository.ts";
import { run } from "./run.ts";

isolateGit();
vi.stubEnv("CI", "");

const queue = "docs/product/spec-candidates.md";
const queueOf = (entries: string): string =>
  `# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P1\n\n## Promoted\n\n${entries}`;

/** Three commits: a sound queue, a promotion to a spec that is missing, and the spec. */
const theatre = copies(() => {
  const repository = gitRepository({
    [queue]: queueOf("- Tickets -> Spec 001 (`tickets`)\n"),
    "specs/001-tickets/spec.md":
      "# Tickets\n\nVisitors choose a seat, pay for it and show what they bought at the door.\n",
  });
  repository.write({ [queue]: queueOf("- Tickets -> Spec 001 (`tickets`)\n- Halls -> Spec 002 (`halls`)\n") });
  repository.commit("Promote halls");
  repository.write({
    "specs/002-halls/spec.md": "# Halls\n\nPeople walk through the halls of a museum and see what stands there.\n",
  });
  repository.commit("Write the spec of halls");
  return repository;
});

it("writes the board of the audited tree", async () => {
  const { root } = theatre();
  const { code, out, err } = await run(["--format", "html"], { cwd: root });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^<!doctype html>[\s\S]*<h4>Seat maps<\/h4>[\s\S]*<span>Halls<\/span>[\s\S]*<\/html>\n$/);
  expect(out).not.toContain("Findings over time");
});

it("draws the findings of the commits behind a ref", async () => {
  const { root } = theatre();
  const { code, out } = await run(["--format", "html=page.html", "--format", "concise", "--since", "HEAD~2"], {
    cwd: root,
  });
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+ claims/) as string });
  const page = readFileSync(join(root, "page.html"), "utf8");
  expect(page).toMatch(/Step chart of 2 commits from 2026-11-01 to 2026-11-01: errors from 1 to 0, at most 1/);
  expect(page).toMatch(/<\/code> Write the spec of halls<\/th><td>0<\/td><td>1<\/td>/);
});

it("shows the queue as the fixes leave it", async () => {
  const { root } = gitRepository({
    [queue]: queueOf("- Tickets -> Spec 001 (`ticket`)\n"),
    "specs/001-tickets/spec.md":
      "# Tickets\n\nVisitors choose a seat, pay for it and show what they bought at the door.\n",
  });
  const before = await run(["--format", "html"], { cwd: root });
  expect(before.out).toContain('data-rule="promotion/slug-matches"');
  const { out } = await run(["--fix", "--format", "html"], { cwd: root });
  expect(readFileSync(join(root, queue), "utf8")).toContain("(`tickets`)");
  expect(out).not.toContain('data-rule="promotion/slug-matches"');
  expect(out.includes("<span>Tickets</span>")).toBe(true);
});

it.each([[["--since", "HEAD"]], [["--since", "HEAD", "--format", "json"]]])(
  "refuses a history that no format shows: %j",
  async (argv: readonly string[]) => {
    const { code, err } = await run(argv, { cwd: theatre().root });
    expect(code).toBe(2);
    expect(err).toContain("--format html=report.html");
  },
);

it("says which ref it does not know", async () => {
  const { code, err } = await run(["--format", "html", "--since", "nowhere"], { cwd: theatre().root });
  expect(code).toBe(2);
  expect(err).toContain("nowhere");
});

it("builds no board for formats that show none", async () => {
  const untouched = new Proxy(
    {},
    {
      get: (_, name) => {
        throw new Error(`asked for ${String(name)}`);
      },
    },
  );
  const audited = { opened: untouched, model: untouched, report: untouched } as AuditedTree;
  expect(await boardData(audited, { formats: ["json", "sarif"], since: undefined }, untouched as Io)).toEqual({});
  await expect(boardData(audited, { formats: ["json", "html"], since: undefined }, untouched as Io)).rejects.toThrow(
    "asked for",
  );
});
