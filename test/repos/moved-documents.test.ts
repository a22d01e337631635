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
