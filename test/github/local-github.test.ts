import { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import { localGitHub, type LocalGitHub } from "./local-github.ts";

const repo = { owner: "harbour", repo: "lighthouse" };
const client = ({ url }: LocalGitHub, auth?: string): Octokit =>
  new Octokit({
    baseUrl: url,
    ...(auth === undefined ? {} : { auth }),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
const statusOf = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "ok",
    (error: unknown) => (error as { status?: number }).status,
  );

describe("the local GitHub", () => {
  it.each(["github", "enterprise", "gitea"] as const)(
    "keeps comments and statuses as %s, and pages long lists",
    async (flavour) => {
      const github = await localGitHub({
        flavour,
        comments: Array.from({ length: 101 }, (_, index) => ({ body: `old ${index}` })),
      });
      const octokit = client(github);
      await octokit.rest.issues.createComment({ ...repo, issue_number: 1, body: "new" });
      const all = await octokit.paginate(octokit.rest.issues.listComments, { ...repo, issue_number: 1, per_page: 100 });
      expect(all.map(({ body }) => body).slice(-2)).toEqual(["old 100", "new"]);
      await octokit.rest.issues.updateComment({ ...repo, comment_id: all.at(-1)?.id ?? 0, body: "newer" });
      await octokit.rest.repos.createCommitStatus({ ...repo, sha: "abc", state: "failure", context: "queue-lint" });
      expect(github.comments.at(-1)?.body).toBe("newer");
      expect(github.statuses).toMatchObject([{ sha: "abc", state: "failure" }]);
      expect(github.operations()).toEqual([
        "issues/create-comment",
        "issues/list-comments",
        "issues/list-comments",
        "issues/update-comment",
        "repos/create-commit-status",
      ]);
    },
  );

  it("adds the annotations of an update to a check run, and has none as Gitea", async () => {
    const github = await localGitHub();
    const annotation = {
      path: "a.md",
      start_line: 1,
      end_line: 1,
      annotation_level: "failure",
      message: "no",
    } as const;
    const output = { title: "t", summary: "s", annotations: [annotation] };
    const { data } = await client(github).rest.checks.create({ ...repo, name: "queue-lint", head_sha: "abc", output });
    await client(github).rest.checks.update({ ...repo, check_run_id: data.id, conclusion: "failure", output });
    expect(github.checkRuns).toMatchObject([
      { status: "completed", conclusion: "failure", annotations: [annotation, annotation] },
    ]);
    expect(
      await statusOf(
        client(await localGitHub({ flavour: "gitea" })).rest.checks.create({
          ...repo,
          name: "queue-lint",
          head_sha: "abc",
        }),
      ),
    ).toBe(404);
  });

  it("answers for issues and pull requests that it was given, and with 404 for others", async () => {
    const github = await localGitHub({
      issues: { 45: { state: "closed", state_reason: "completed" } },
      pulls: { 317: { state: "closed", merged: true, merged_at: "2026-01-02T03:04:05Z" } },
    });
    const { rest } = client(github);
    expect((await rest.issues.get({ ...repo, issue_number: 45 })).data).toMatchObject({ state: "closed" });
    expect((await rest.issues.listForRepo({ ...repo, state: "all" })).data).toMatchObject([{ number: 45 }]);
    expect((await rest.pulls.get({ ...repo, pull_number: 317 })).data.merged).toBe(true);
    expect((await rest.repos.get(repo)).data.full_name).toBe("harbour/lighthouse");
    expect(await statusOf(rest.issues.get({ ...repo, issue_number: 46 }))).toBe(404);
    expect(await statusOf(rest.pulls.get({ ...repo, pull_number: 45 }))).toBe(404);
  });

  it("fails as it is told to, for all requests of an operation or for one", async () => {
    const github = await localGitHub();
    github.fail("repos/get", { status: 429, headers: { "retry-after": "1" } }, 1);
    github.fail("repos/get", "cut", 2);
    github.fail("issues/get", { status: 503 });
    const { rest } = client(github);
    const outcomes = [
      await statusOf(rest.repos.get(repo)),
      await statusOf(rest.repos.get(repo)),
      await statusOf(rest.repos.get(repo)),
      await statusOf(rest.issues.get({ ...repo, issue_number: 1 })),
    ];
    expect(outcomes).toEqual([429, 500, "ok", 503]);
    expect(github.requests.map(({ answered }) => answered)).toEqual([429, "cut", 200, 503]);
  });

  it("knows one token, and what a token that only reads may not do", async () => {
    const github = await localGitHub({ token: "secret", readOnly: true });
    expect(await statusOf(client(github).rest.repos.get(repo))).toBe(401);
    expect(await statusOf(client(github, "secret").rest.repos.get(repo))).toBe("ok");
    expect(
      await statusOf(client(github, "secret").rest.issues.createComment({ ...repo, issue_number: 1, body: "x" })),
    ).toBe(403);
  });

  it("refuses what GitHub's description or its limits do not allow", async () => {
    const github = await localGitHub();
    const { rest, request } = client(github);
    const annotation = (more: object): object => ({
      path: "a.md",
      start_line: 1,
      end_line: 1,
      annotation_level: "failure",
      message: "no",
      ...more,
    });
    const check = async (output: object): Promise<unknown> =>
      statusOf(
        request("POST /repos/{owner}/{repo}/check-runs", {
          ...repo,
          name: "n",
          head_sha: "abc",
          output: { title: "t", summary: "s", ...output },
        }),
      );
    const refused = [
      await check({ annotations: Array.from({ length: 51 }, () => annotation({})) }),
      await check({ summary: "x".repeat(65_536) }),
      await check({ annotations: [annotation({ annotation_level: "error" })] }),
      await check({ annotations: [annotation({ end_line: 2, start_column: 1 })] }),
      await check({ annotations: [annotation({ title: "x".repeat(256) })] }),
      await statusOf(rest.issues.createComment({ ...repo, issue_number: 1, body: "x".repeat(65_537) })),
      await statusOf(
        rest.repos.createCommitStatus({ ...repo, sha: "abc", state: "success", description: "x".repeat(141) }),
      ),
      await statusOf(request("GET /repos/harbour/lighthouse/issues/one")),
    ];
    expect(refused).toEqual(refused.map(() => 422));
    expect(await statusOf(rest.users.getAuthenticated())).toBe(404);
    expect(github.takeInvalid()).toHaveLength(refused.length + 1);
    expect(github.requests).toHaveLength(refused.length + 1);
  });
});
