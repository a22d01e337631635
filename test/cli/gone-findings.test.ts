import { expect, it } from "vitest";
import type { AuditReport } from "../../src/core/finding.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import { run } from "./run.ts";

isolateGit();

const dated = (title: string): string => `# ${title}\n\n**Last reviewed**: 2026-02-31\n`;

/** The roadmap is corrected, the ledger deleted with what was wrong in it. */
function changed(): string {
  const made = gitRepository({
    "BACKLOG.md": "# Kilns\n\n## Active\n\n### Cone reader\n",
    "docs/roadmap.md": dated("Roadmap"),
    "docs/implementation-ledger.md": dated("Ledger"),
  });
  made.write({ "docs/roadmap.md": dated("Roadmap").replace("2026-02-31", "2026-02-28") });
  made.remove("docs/implementation-ledger.md");
  return made.root;
}

it("tells what was corrected from what went with its file", async () => {
  const root = changed();
  const { out } = await run(["--base", "HEAD"], { cwd: root });
  expect(out).toContain("fixed  review/date-valid  docs/roadmap.md: Last reviewed: 2026-02-31");
  expect(out).toContain("gone   review/date-valid  docs/implementation-ledger.md: Last reviewed: 2026-02-31");
  expect(out).toMatch(/^since HEAD .*1 fixed, 1 gone/m);
  const page = (await run(["--base", "HEAD", "--format", "markdown"], { cwd: root })).out;
  expect(page).toContain("<summary>Fixed: 1</summary>");
  expect(page).toContain("<summary>Gone with their files: 1</summary>");
});

it("counts both as fixed in JSON, as before, and marks those that are gone", async () => {
  const { out } = await run(["--base", "HEAD", "--format", "json"], { cwd: changed() });
  const { fixed = [], summary } = JSON.parse(out) as AuditReport;
  expect(fixed.map(({ path, gone }) => [path, gone])).toEqual([
    ["docs/implementation-ledger.md", true],
    ["docs/roadmap.md", undefined],
  ]);
  expect(summary).toMatchObject({ fixed: 2, gone: 1 });
});
