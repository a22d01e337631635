import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localGitHub, type LocalGitHub, type LocalGitHubOptions } from "../github/local-github.ts";
import { gitRepository, isolateGit, type Repository } from "../source/git-repository.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
const words = "merged in #317; closed by #45; still open: #9";
const files = {
  [queue]: `# Queue\n\n**Last reviewed**: 2026-11-01\n\n## Active\n\nNone.\n\n## Deferred\n\n- \`Crane plans\`: ${words}.\n\n## Promoted\n\n- Alpha -> Spec 001 (\`a\`)\n`,
  "specs/001-a/spec.md":
    "# A\n\nThe harbour master sees at one glance which lights of the mole are lit, and which are not.\n",
  "node_modules/.keep": "",
};
const truth: LocalGitHubOptions = {
  issues: {
    317: { state: "closed", pull_request: { merged_at: "2026-01-02T03:04:05Z" } },
    45: { state: "closed" },
    9: { title: "Cranes\u{1B}[2J ::error::no" },
  },
};
const before = { ...process.env };
let repository: Repository;

beforeEach(() => {
  isolateGit();
  for (const name of ["QUEUE_LINT_TOKEN", "QUEUE_LINT_REPOSITORY", "GH_TOKEN"])
    Reflect.deleteProperty(process.env, name);
  repository = gitRepository(files);
});
afterEach(() => {
  for (const name of Object.keys(process.env))
    if (!Object.hasOwn(before, name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before);
});

function connect(github: Pick<LocalGitHub, "url">, more: Readonly<Record<string, string>> = {}): void {
  Object.assign(process.env, { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: "https://github.com", ...more });
  repository.git("remote", "add", "origin", "git@github.com:harbour/lights.git");
}

async function audit(
  ...flags: readonly string[]
): Promise<{ code: number; err: string; findings: string[]; notChecked: string[]; coverage: unknown }> {
  const { code, out, err } = await run(["--format", "json", "--root", repository.root, ...flags]);
  if (out === "") return { code, err, findings: [], notChecked: [], coverage: undefined };
  const report = JSON.parse(out) as {
    findings: { rule: string; message: string }[];
    notChecked: { rule: string; reason: string }[];
    coverage: unknown;
  };
  const online = (rule: string): boolean => rule === "reference/pull-merged" || rule === "reference/issue-state";
  return {
    code,
    err,
    coverage: report.coverage,
    findings: report.findings.filter(({ rule }) => online(rule)).map(({ rule, message }) => `${rule}: ${message}`),
    notChecked: report.notChecked.filter(({ rule }) => online(rule)).map(({ rule, reason }) => `${rule}: ${reason}`),
  };
}

const both = (reason: string): string[] => [`reference/issue-state: ${reason}`, `reference/pull-merged: ${reason}`];

describe("without --online", () => {
  it("nothing is asked, and each rule says once that it is not checked", async () => {
    const github = await localGitHub(truth);
    connect(github);
    expect(await audit()).toMatchObject({
      code: 0,
      findings: [],
      notChecked: both("the audit is offline; --online asks the server"),
      coverage: { notChecked: 3 },
    });
    expect(github.requests).toEqual([]);
  });

  it("nothing is said when the documents name no issue", async () => {
    repository.write({ [queue]: files[queue].replace(words, "Spec #12 is the #1 priority, see #3") });
    expect((await audit()).notChecked).toEqual([]);
  });
});

describe("with --online", () => {
  it("what holds is checked", async () => {
    connect(await localGitHub(truth));
    expect(await audit("--online")).toMatchObject({
      code: 0,
      findings: [],
      notChecked: [],
      coverage: { broken: 0, notChecked: 0 },
    });
  });

  it("what does not hold is found, in the words of the server without what they could do to a terminal", async () => {
    connect(
      await localGitHub({
        issues: {
          317: { pull_request: { merged_at: null } },
          45: { title: "Cranes\u{1B}[2J" },
          9: { state: "closed" },
        },
      }),
      { QUEUE_LINT_TOKEN: "secret-token" },
    );
    const { findings } = await audit("--online");
    expect(findings).toEqual([
      "reference/pull-merged: The text says that harbour/lights#317 is merged, but it is not.",
      "reference/issue-state: The text says that harbour/lights#45 is closed, but it is open.",
      "reference/issue-state: The text says that harbour/lights#9 is open, but it is closed.",
    ]);
    const { out, err } = await run(["--root", repository.root, "--online"]);
    expect(out).toContain(String.raw`“Cranes\x1b[2J”, is open`);
    expect(out + err).not.toContain("secret-token");
  });

  it("a number that nothing has is found by who may see the repository, and not checked by others", async () => {
    connect(await localGitHub({ issues: {} }), { GITHUB_TOKEN: "t" });
    expect((await audit("--online")).findings).toHaveLength(3);
    delete process.env["GITHUB_TOKEN"];
    const { findings, notChecked } = await audit("--online");
    expect({ findings, notChecked }).toEqual({
      findings: [],
      notChecked: both(
        "harbour/lights: without a token github.com answers the same (404) for what does not exist and for what is private",
      ),
    });
  });

  it("a repository without a remote is not checked", async () => {
    expect((await audit("--online")).notChecked).toEqual(
      both("there is no remote “origin” that says where the repository lives; GITHUB_REPOSITORY=owner/name does"),
    );
    repository.git("remote", "add", "origin", "https://ada:hidden@gitlab.com/harbour/lights.git");
    const { notChecked } = await audit("--online");
    expect(notChecked).toEqual(both("gitlab.com is no GitHub; GITHUB_API_URL names one that is"));
  });

  it("a server that is down leaves the audit as it is offline", async () => {
    const github = await localGitHub();
    for (const operation of ["issues/get", "issues/list-for-repo"]) github.fail(operation, "cut");
    connect(github);
    expect(await audit("--online")).toMatchObject({
      code: 0,
      findings: [],
      notChecked: both("github.com cannot be reached, or does not answer"),
    });
  });

  it("a rate limit is said with its end", async () => {
    connect(await localGitHub({ ...truth, allowance: 0 }));
    expect((await audit("--online")).notChecked).toEqual(
      both("the rate limit of github.com is used up until 2026-11-23 16:40 UTC; a token has a higher one"),
    );
  });

  it("a second run sends only whether something changed", async () => {
    const github = await localGitHub(truth);
    connect(github);
    const first = await audit("--online");
    const { length } = github.requests;
    expect(await audit("--online")).toEqual(first);
    expect(
      github.requests.slice(length).map(({ answered, headers }) => [answered, typeof headers["if-none-match"]]),
    ).toEqual(Array.from({ length }, () => [304, "string"]));
    expect(existsSync(join(repository.root, "node_modules/.cache/queue-lint/server-answers.json"))).toBe(true);
  });

  it("a server is not asked when the rules are off, and asked for the base, too, with one", async () => {
    const github = await localGitHub(truth);
    connect(github);
    await audit("--online", "--rule", "reference/pull-merged:off", "--rule", "reference/issue-state:off");
    expect(github.requests).toEqual([]);
    repository.write({ [queue]: files[queue].replace("#45", "#46") });
    const { findings } = await audit("--online", "--base", "HEAD");
    expect(findings).toEqual([]);
    expect(github.requests.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/repos/harbour/lights/issues/45", "/repos/harbour/lights/issues/46"]),
    );
  });

  it("a baseline records what the server says", async () => {
    connect(await localGitHub({ ...truth, issues: { ...truth.issues, 45: {} } }));
    expect((await run(["baseline", "--online", "--root", repository.root], { cwd: repository.root })).err).toContain(
      "1 finding",
    );
    const { err } = await run(["--online", "next", "--root", repository.root]);
    expect(err).toContain("“next” has no flag --online");
  });
});
