import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copies, gitRepository, type Repository } from "../source/git-repository.ts";

const queue = (...lines: readonly string[]): string =>
  [
    "# Spec candidates",
    "",
    "**Last reviewed**: 2026-11-20",
    "",
    "## Active",
    "",
    "### Tide alerts",
    "",
    "- **Priority**: P1",
    "- **Anchors**: `src/tides.ts`",
    "",
    "## Promoted to spec",
    "",
    "- Berth map -> Spec 001 (`berth-map`)",
    ...lines,
    "",
    "## Superseded",
    "",
  ].join("\n");

/** A repository with everything that an audit looks at: documents, specs, cited paths, an agent's instructions behind a link, a branch. */
export const changingRepository = copies(() => {
  const repository = gitRepository({
    "docs/product/spec-candidates.md": queue(),
    "docs/product/roadmap.md": "# Roadmap\n\n**Last reviewed**: 2026-11-20\n\n## Next\n\n- Tide alerts\n",
    "docs/product/implementation-ledger.md":
      "# Implementation ledger\n\n**Last reviewed**: 2026-11-20\n\n| Capability | Status | Evidence |\n|---|---|---|\n| Berth map | implemented | Spec 001 |\n",
    "docs/agents.md": "# Agents\n\nTake the next candidate with `queue-lint next`.\n",
    "specs/001-berth-map/spec.md":
      "# Berth map\n\n**Status**: Implemented\n\nVisitors see on a map which berths are free today.\n",
    "specs/001-berth-map/tasks.md": "- [x] T001 draw\n",
    "src/tides.ts": "export {};\n",
  });
  symlinkSync("docs/agents.md", join(repository.root, "AGENTS.md"));
  repository.git("add", "--all");
  repository.git("commit", "--quiet", "--amend", "--no-edit");
  return repository;
});

/** Things that people and tools do to it; most of them change what an audit finds. */
export const changes: Readonly<Record<string, (repository: Repository) => void>> = {
  "a promoted line without a spec": ({ write }) =>
    void write({ "docs/product/spec-candidates.md": queue("- Pilot rota -> Spec 002 (`pilot-rota`)") }),
  "the queue as it was": ({ write }) => void write({ "docs/product/spec-candidates.md": queue() }),
  "a spec directory": ({ write }) => void write({ "specs/002-pilot-rota/spec.md": "# Pilot rota\n" }),
  "a file in an empty spec directory": ({ write }) => void write({ "specs/003-harbour-log/notes/a.md": "a\n" }),
  "a spec that goes": ({ root }) => void rmSync(join(root, "specs/002-pilot-rota"), { recursive: true, force: true }),
  "an open task": ({ write }) => void write({ "specs/001-berth-map/tasks.md": "- [x] T001 draw\n- [ ] T002 print\n" }),
  "a closed task": ({ write }) => void write({ "specs/001-berth-map/tasks.md": "- [x] T001 draw\n" }),
  "a status": ({ write }) =>
    void write({
      "specs/001-berth-map/spec.md":
        "# Berth map\n\n**Status**: Draft\n\nVisitors see on a map which berths are free.\n",
    }),
  "a cited file that goes": ({ root }) => void rmSync(join(root, "src/tides.ts"), { recursive: true, force: true }),
  "a cited file that comes": ({ write }) => void write({ "src/tides.ts": "export {};\n" }),
  "a configuration": ({ write }) =>
    void write({ "queue-lint.config.json": '{ "rules": { "promotion/spec-exists": "warning" } }\n' }),
  "no configuration": ({ root }) => void rmSync(join(root, "queue-lint.config.json"), { recursive: true, force: true }),
  "the file behind a link": ({ write }) =>
    void write({ "docs/agents.md": "# Agents\n\nSee `docs/nowhere.md`; take what `queue-lint nxt` prints.\n" }),
  "a folder of instructions": ({ write }) => void write({ ".cursor/rules/deep/queue.mdc": "See `docs/gone.md`.\n" }),
  "a branch": ({ git }) => void git("branch", "--force", "feature/tide-alerts", "HEAD"),
  "a branch ahead": ({ git }) =>
    void git(
      "update-ref",
      "refs/heads/feature/tide-alerts",
      git("commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "ahead"),
    ),
  "a commit": ({ git }) => void git("commit", "--quiet", "--all", "--allow-empty", "--message=all"),
  "a roadmap that goes": ({ root }) =>
    void rmSync(join(root, "docs/product/roadmap.md"), { recursive: true, force: true }),
  "a roadmap under another name": ({ write }) =>
    void write({
      "docs/product/ROADMAP.md": "# Roadmap\n\n**Last reviewed**: 2026-11-20\n\n## Next\n\n- Crane plan\n",
    }),
};
