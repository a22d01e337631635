import { expect, it, vi } from "vitest";
import type { TimelinePoint } from "../../src/engine/timeline.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit } from "../source/git-repository.ts";

isolateGit();
vi.stubEnv("CI", "");

it("replays commits with the documents that they had, also those that came and went in commits of no concern", async () => {
  const repository = gitRepository({
    "docs/product/spec-candidates.md": "# Spec candidates\n\n## Promoted to spec\n\n- Halls -> Spec 001 (`halls`)\n",
    "specs/001-halls/spec.md": "# Feature specification: Halls\n\nPeople walk through the halls.\n",
    "specs/001-halls/tasks.md": "- [ ] T001 Begin\n",
  });
  const commit = (message: string, change: () => void): void => {
    change();
    repository.commit(message);
  };
  const tasks = (text: string) => (): void => repository.write({ "specs/001-halls/tasks.md": text });
  commit("Add a roadmap", () =>
    repository.write({ "docs/product/roadmap.md": "# Roadmap\n\n## Later\n\n- Towers, Spec 099\n" }),
  );
  commit("Tick", tasks("- [x] T001 Begin\n"));
  commit("Drop the roadmap", () => repository.remove("docs/product/roadmap.md"));
  commit("Add a task", tasks("- [x] T001 Begin\n- [ ] T002 End\n"));
  const { commits } = JSON.parse((await run(["replay", "--json"], { cwd: repository.root })).out) as {
    commits: TimelinePoint[];
  };
  const found = commits.map(({ subject, introduced, fixed }) => [
    subject,
    introduced.filter(({ rule }) => rule === "reference/spec-known").length,
    fixed.filter((one) => one.startsWith("reference/spec-known")).length,
  ]);
  expect(found.slice(-2)).toEqual([
    ["Tick", 1, 0],
    ["Add a task", 0, 1],
  ]);
});
