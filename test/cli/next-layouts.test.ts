import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

interface Answer {
  readonly next: { readonly title: string; readonly id: string; readonly priority: string | null } | null;
  readonly reason: string | null;
  readonly considered: readonly { readonly title: string; readonly eligible: boolean; readonly reasons: string[] }[];
}

async function next(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const root = temporaryDirectory(files);
  const { code, out } = await run(["next", "--root", root, "--json", ...flags]);
  const answer = JSON.parse(out) as Answer;
  const why = Object.fromEntries(answer.considered.map(({ title, reasons }) => [title, reasons.join(" ")]));
  return { code, answer, why };
}

const proposal = "## Why\n\nThe harbour asked for it.\n";
const task = (id: number, fields: string): string => `---\nid: PIER-${id}\ntitle: Something\n${fields}\n---\n\nText.\n`;

describe("next picks what the layout calls free:", () => {
  it("a change without a ticked box", async () => {
    const { code, answer, why } = await next({
      "openspec/changes/add-bell/proposal.md": proposal,
      "openspec/changes/add-bell/tasks.md": "- [x] 1.1 Cast\n- [ ] 1.2 Hang\n",
      "openspec/changes/add-gull/proposal.md": proposal,
      "openspec/changes/add-horn/proposal.md": proposal,
      "openspec/changes/add-horn/tasks.md": "- [ ] 1.1 Blow\n",
      "openspec/changes/archive/2026-01-01-add-rope/tasks.md": "- [ ] 1.1 Rope\n",
    });
    expect({ code, title: answer.next?.title }).toEqual({ code: 0, title: "add-horn" });
    expect(why).toEqual({
      "add-bell": "1 of its 2 boxes are ticked (openspec/changes/add-bell/tasks.md).",
      "add-gull": "It has no task list, so nothing says whether it is begun.",
      "add-horn": "",
    });
  });

  it("the phase after all that are done, and none while one is in work", async () => {
    const roadmap = (status: string): Record<string, string> => ({
      ".planning/ROADMAP.md": `# Roadmap\n\n## Phases\n\n- [x] **Phase 1: Quay** - stones\n- [ ] **Phase 2: Crane** - lifting\n- [ ] **Phase 3: Lights** - later\n\n## Progress\n\n| Phase | Plans Complete | Status |\n|---|---|---|\n| 1. Quay | 1/1 | Complete |\n| 2. Crane | 0/2 | ${status} |\n| 3. Lights | 0/1 | Not started |\n`,
    });
    const free = await next(roadmap("Not started"));
    expect(free.answer.next?.title).toBe("Phase 2: Crane - lifting");
    expect(free.why["Phase 3: Lights - later"]).toBe("“Phase 2” comes before it and is not done.");
    const begun = await next(roadmap("In Progress"));
    expect(begun.code).toBe(3);
    expect(begun.why["Phase 2: Crane - lifting"]).toBe("Its status is “In Progress” (.planning/ROADMAP.md:14).");
    const put = await next(roadmap("Deferred"));
    expect(put.answer.next?.title).toBe("Phase 3: Lights - later");
  });

  it("a story that is ready, by its tracker and its own file", async () => {
    const tracker = "_bmad-output/implementation-artifacts/sprint-status.yaml";
    const { answer, why } = await next({
      [tracker]:
        "development_status:\n  epic-1: in-progress\n  1-1-rope: done\n  1-2-bell: ready-for-dev\n  1-3-horn: ready-for-dev\n  1-4-gull: backlog\n",
      "_bmad-output/implementation-artifacts/1-2-bell.md": "# Story 1.2: Bell\n\nStatus: in-progress\n",
    });
    expect(answer.next?.id).toBe("1-3-horn");
    expect(why["1-2-bell"]).toContain("Its status is “in-progress”");
    expect(why["1-4-gull"]).toContain("Its status is “backlog”");
  });

  it("a task by priority, whose dependencies are done and that nobody has", async () => {
    const { answer, why } = await next({
      "backlog/config.yml": "project_name: pier\n",
      "backlog/tasks/pier-1 - Paint.md": task(1, "status: To Do\npriority: low"),
      "backlog/tasks/pier-2 - Bell.md": task(2, "status: To Do\npriority: high\ndependencies:\n  - PIER-1"),
      "backlog/tasks/pier-3 - Horn.md": task(3, "status: To Do\npriority: high\nassignee:\n  - '@mate'"),
      "backlog/tasks/pier-4 - Rope.md": task(
        4,
        "status: To Do\npriority: medium\ndependencies: [PIER-9]\nassignee: []",
      ),
      "backlog/tasks/pier-10 - Gull.md": task(10, "status: To Do\npriority: high\ndependencies: [PIER-11]"),
      "backlog/completed/pier-9 - Hull.md": task(9, "status: Done"),
      "backlog/drafts/pier-5 - Idea.md": task(5, "status: To Do"),
    });
    expect(answer.next).toMatchObject({ id: "pier-4", priority: "medium" });
    expect(why["pier-2 - Bell.md"]).toBe("It depends on “PIER-1”, which is “To Do”.");
    expect(why["pier-3 - Horn.md"]).toMatch(/^It is taken by “@mate”/);
    expect(why["pier-10 - Gull.md"]).toBe("It depends on “PIER-11”, which cannot be found.");
    expect(Object.keys(why)).not.toContain("pier-5 - Idea.md");
  });

  it("a task of a file of data, not its parts", async () => {
    const tasks = [
      { id: 1, title: "Hull", status: "done" },
      {
        id: 2,
        title: "Mast",
        status: "pending",
        dependencies: [1],
        subtasks: [{ id: 1, title: "Tree", status: "done" }],
      },
      { id: 3, title: "Sails", status: "pending", dependencies: [2], priority: "high" },
      { id: 4, title: "Oars", status: "pending", dependencies: [1], priority: "medium" },
      { id: 5, title: "Flag", status: "pending", dependencies: [1], priority: "high" },
    ];
    const { answer, why } = await next({
      ".taskmaster/tasks/tasks.json": JSON.stringify({ master: { tasks } }, null, 1),
    });
    expect(answer.next?.title).toBe("Flag");
    expect(why).toMatchObject({
      Mast: "Its part 2.1 is “done”.",
      Sails: "It depends on “2”, which is “pending”.",
      Oars: "",
    });
  });

  it("a row of the list of plans", async () => {
    const plan = (name: string): string => `# ${name}\n\n- [ ] Do it\n`;
    const { answer, why } = await next({
      "plans/README.md":
        "# Plans\n\n| Plan | Title | Priority | Depends on | Status |\n|---|---|---|---|---|\n| 001 | Rope store | P1 | – | DONE |\n| 002 | Bell | P2 | 001 | TODO |\n| 003 | Horn | P1 | 001, 004 | TODO |\n| 004 | Gull | P1 | 001 | BLOCKED: no gull |\n",
      "plans/001-rope-store.md": plan("Rope store"),
      "plans/002-bell.md": plan("Bell"),
      "plans/003-horn.md": plan("Horn"),
      "plans/004-gull.md": plan("Gull"),
      "plans/005-not-listed.md": plan("Not listed"),
    });
    expect(answer.next).toMatchObject({ title: "Bell", priority: "P2" });
    expect(why.Horn).toBe("It depends on “004”, which is “BLOCKED: no gull”.");
    expect(Object.keys(why)).toEqual(["Rope store", "Bell", "Horn", "Gull"]);
  });
});

describe("next refuses in words", () => {
  const decision = "# ADR 0001: Rope\n\n- Status: Proposed\n";
  it("where the layout does not say what is free", async () => {
    const { code, answer } = await next({ "docs/adr/0001-rope.md": decision, "docs/adr/0002-bell.md": decision });
    expect(code).toBe(3);
    expect(answer.next).toBeNull();
    expect(answer.reason).toBe(
      "Nothing may be picked: the repository has no queue, and its layout does not say what is free (decision records).",
    );
  });

  it("where plans have no list that says it", async () => {
    const { answer } = await next({ "docs/plans/2026-01-02-rope.md": "# Rope\n\n- [ ] Do it\n" });
    expect(answer.reason).toContain("does not say what is free (plan folders)");
  });

  it("where two layouts name something, until one is chosen", async () => {
    const files = {
      "openspec/changes/add-horn/proposal.md": proposal,
      "openspec/changes/add-horn/tasks.md": "- [ ] 1.1 Blow\n",
      ".taskmaster/tasks/tasks.json": '{"master":{"tasks":[{"id":1,"title":"Hull","status":"pending"}]}}',
    };
    const { code, answer } = await next(files);
    expect(code).toBe(3);
    expect(answer.reason).toMatch(
      /“add-horn” and .*“Hull”\. Choose with `--layout openspec` or `--layout taskmaster`\.$/,
    );
    expect((await next(files, "--layout", "taskmaster")).answer.next?.title).toBe("Hull");
  });

  it("where all are taken, and explains each", async () => {
    const root = temporaryDirectory({ "openspec/changes/add-gull/proposal.md": proposal });
    const { code, out } = await run(["next", "--root", root, "--explain"]);
    expect(code).toBe(3);
    expect(out).toBe(
      "Nothing may be picked: the one candidate of OpenSpec is not free (--explain says why).\n\nIt has no task list, so nothing says whether it is begun.\n  openspec/changes/add-gull  add-gull\n",
    );
  });
});
