import { describe, expect, it } from "vitest";
import { planningRoles } from "../../src/core/settings.ts";
import type { AuditReport } from "../../src/core/finding.ts";
import { run } from "../cli/run.ts";
import { gitRepository, isolateGit, type Repository } from "../source/git-repository.ts";

isolateGit();

/** Each document has one finding of its own: a date of review that no calendar has. */
const documents = Object.fromEntries(
  planningRoles.map((role) => [`plans/${role}.md`, `# The ${role} of the harbour\n\n**Last reviewed**: 2026-02-31\n`]),
);
const conventional = {
  queue: "docs/product/spec-candidates.md",
  roadmap: "docs/product/roadmap.md",
  ledger: "docs/product/implementation-ledger.md",
  inbox: "docs/product/discoveries.md",
} as const;
const config = "queue-lint.config.json";

function configured(folder: string): Record<string, string> {
  return Object.fromEntries(planningRoles.map((role) => [role, `${folder}/${role}.md`]));
}

function repository(keys: Readonly<Record<string, string>> = configured("plans")): Repository {
  return gitRepository({ ...documents, "specs/001-berths/spec.md": "# Berths\n", [config]: JSON.stringify(keys) });
}

/** "existing plans/queue.md" for each date that is none, against the last commit. */
async function findings({ root }: Repository): Promise<string[]> {
  const { out, err } = await run(["--base", "HEAD", "--format", "json", "--show-existing"], { cwd: root });
  expect(err).toBe("");
  return (JSON.parse(out) as AuditReport).findings
    .filter(({ rule }) => rule === "review/date-valid")
    .map(({ state, path }) => `${state ?? ""} ${path}`);
}

describe("a document that moves", () => {
  it.each(planningRoles)("brings its findings along: the %s with its line of the configuration", async (role) => {
    const made = repository();
    made.git("mv", `plans/${role}.md`, "moved.md");
    made.write({ [config]: JSON.stringify({ ...configured("plans"), [role]: "moved.md" }) });
    expect(await findings(made)).toContain("existing moved.md");
    expect((await findings(made)).filter((one) => one.startsWith("introduced"))).toEqual([]);
  });

  it.each(planningRoles)("brings its findings along: the %s to its conventional name", async (role) => {
    const made = repository();
    const others = Object.fromEntries(Object.entries(configured("plans")).filter(([key]) => key !== role));
    made.write({ "docs/product/x": "" });
    made.git("mv", `plans/${role}.md`, conventional[role]);
    made.write({ [config]: JSON.stringify(others) });
    if (role !== "queue") made.write({ [conventional.queue]: "# Queue\n" });
    expect(await findings(made)).toContain(`existing ${conventional[role]}`);
  });

  it("brings its findings along when the configuration calls the inbox by its former name", async () => {
    const { inbox, ...others } = configured("plans");
    const made = repository({ ...others, staging: inbox ?? "" });
    made.git("mv", "plans/inbox.md", "moved.md");
    made.write({ [config]: JSON.stringify({ ...others, inbox: "moved.md" }) });
    expect(await findings(made)).toContain("existing moved.md");
  });
});

const boards = {
  name: "kilns",
  units: {
    job: {
      roots: ["jobs"],
      name: "(?<number>\\d{3})-(?<slug>.+)",
      main: ["job.md"],
      statuses: [{ kind: "header-line", labels: ["status"] }],
      identities: [{ kind: "heading", pattern: "^Job (?<number>\\d{3})" }],
    },
  },
  documents: { board: { paths: ["board.md"], units: ["job"] } },
};
const jobs = {
  "jobs/001-kiln/job.md": "# Job 001: Kiln\n\n**Status**: Draft\n",
  "jobs/002-glaze/job.md": "# Job 002: Glaze\n\n**Status**: Draft\n",
  "jobs/003-cone/job.md": "# Job 003: Cone\n\n**Status**: Draft\n",
  "board.md": "# Board\n\n| Job | Status |\n|---|---|\n| 001-kiln | Draft |\n| 002-glaze | Implemented |\n",
};
const drift = "index/status-agrees";

/** "existing list.md" for each finding of a rule, against the last commit. */
async function states({ root }: Repository, rule: string, args: readonly string[] = []): Promise<string[]> {
  const base = ["--base", "HEAD", "--format", "json", "--show-existing"];
  const { out, err } = await run([...base, ...args], { cwd: root });
  expect(err).toBe("");
  const { findings, fixed = [] } = JSON.parse(out) as AuditReport;
  expect(fixed).toEqual([]);
  return findings.filter((one) => one.rule === rule).map(({ state, path }) => `${state ?? ""} ${path}`);
}

describe("a document of a layout that moves", () => {
  it("brings its findings along with its line of the configuration", async () => {
    const made = gitRepository({ ...jobs, [config]: JSON.stringify({ layout: boards }) });
    made.write({ "plans/list.md": jobs["board.md"] });
    made.remove("board.md");
    const moved = { ...boards, documents: { board: { paths: ["plans/list.md"], units: ["job"] } } };
    made.write({ [config]: JSON.stringify({ layout: moved }) });
    expect(await states(made, drift)).toEqual(["existing plans/list.md"]);
  });

  it("brings its findings along when the layout has a file of its own, which moves, too", async () => {
    const made = gitRepository({
      ...jobs,
      "kilns.json": JSON.stringify(boards),
      [config]: JSON.stringify({ layouts: ["./kilns.json"] }),
    });
    const moved = { ...boards, documents: { board: { paths: ["list.md"], units: ["job"] } } };
    made.write({ "list.md": jobs["board.md"] });
    for (const path of ["board.md", "kilns.json"]) made.remove(path);
    made.write({ "tools/kilns.json": JSON.stringify(moved), [config]: '{"layouts":["./tools/kilns.json"]}' });
    expect(await states(made, drift)).toEqual(["existing list.md"]);
  });

  it("brings the findings of its units along when their directory moves", async () => {
    const wrong = { "jobs/003-cone/job.md": "# Job 009: Cone\n\n**Status**: Draft\n" };
    const made = gitRepository({ ...jobs, ...wrong, [config]: JSON.stringify({ layout: boards }) });
    made.git("mv", "jobs", "work");
    const job = { ...boards.units.job, roots: ["work"] };
    made.write({ [config]: JSON.stringify({ layout: { ...boards, units: { job } } }) });
    expect(await states(made, "unit/identity-agrees")).toEqual(["existing work/003-cone/job.md"]);
  });

  it("is judged by a layout that the base does not have yet", async () => {
    const made = gitRepository(jobs);
    made.write({ "kilns.json": JSON.stringify(boards), [config]: '{"layouts":["./kilns.json"]}' });
    expect(await states(made, drift)).toEqual(["existing board.md"]);
  });

  it("is found by a configuration that the user names", async () => {
    const made = gitRepository({ ...documents, "own.json": JSON.stringify(configured("plans")) });
    made.git("mv", "plans/inbox.md", "moved.md");
    made.write({ "own.json": JSON.stringify({ ...configured("plans"), inbox: "moved.md" }) });
    expect(await states(made, "review/date-valid", ["--config", "own.json"])).toContain("existing moved.md");
  });
});

describe("an instruction file that moves", () => {
  const text = "# For agents\n\nRun `npm run glaze` first.\n";
  const script = {
    "package.json": JSON.stringify({ scripts: { fire: "true" } }),
    "BACKLOG.md": "# Kilns\n\n## Active\n\n### Cone reader\n",
  };
  const absent = "autoprep/agent-docs-agree";

  it.each([
    ["to a conventional name", "CLAUDE.md", ["CLAUDE.md"]],
    ["into a folder", "docs/agents/house.md", ["docs/agents/*.md"]],
  ])("brings its findings along %s", async (_where, to, agents) => {
    const made = gitRepository({ ...script, "house.md": text, [config]: '{"agents":["house.md"]}' });
    made.write({ [to]: text, [config]: JSON.stringify({ agents }) });
    made.remove("house.md");
    expect(await states(made, absent)).toEqual([`existing ${to}`]);
  });

  it("brings its findings along when nothing is configured", async () => {
    const made = gitRepository({ ...script, "AGENTS.md": text });
    made.write({ "CLAUDE.md": text });
    made.remove("AGENTS.md");
    expect(await states(made, absent)).toEqual(["existing CLAUDE.md"]);
  });
});
