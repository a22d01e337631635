import { describe, expect, it } from "vitest";
import { localGitHub, type Fault } from "./local-github.ts";
import { checkout, inOneOfItsOwn, pullRequestEvent, runAction, type Step } from "./run-action.ts";

const notes = (log: string): string[] => log.split("\n").filter((line) => line.startsWith("queue-lint: "));
const annotated = (log: string): number => log.split("\n").filter((line) => line.startsWith("::error file=")).length;

describe("what the server does not take", () => {
  it("leaves annotations and summary for a pull request from a fork, whose token only reads, and says so", async () => {
    const [github, made] = [await localGitHub({ readOnly: true }), checkout()];
    const { status, log, summary } = await runAction(made, {
      github,
      event: pullRequestEvent(made, { fork: true }),
      inputs: { "fail-on": "never" },
    });
    expect(status).toBe(0);
    expect(annotated(log)).toBe(1);
    expect(notes(log)).toEqual([
      "queue-lint: No check run (403 Resource not accessible by integration) and no commit status (403 Resource not accessible by integration): annotations and this summary stand for them.",
      "queue-lint: No comment (403 Resource not accessible by integration).",
      "queue-lint: The pull request comes from a fork, whose token may only read.",
    ]);
    expect(summary).toContain("a fork, whose token may only read");
    expect(github.operations()).toEqual([
      "checks/create",
      "repos/create-commit-status",
      "issues/list-comments",
      "issues/create-comment",
    ]);
    expect((await runAction(made, { github, event: pullRequestEvent(made, { fork: true }) })).status).toBe(1);
  });

  it("leaves annotations and summary without a token, and asks no server", async () => {
    const github = await localGitHub();
    const { status, log, summary } = await runAction(checkout(), { github, inputs: { token: "" } });
    expect(status).toBe(1);
    expect(annotated(log)).toBe(1);
    expect(notes(log)).toEqual(["queue-lint: There is no token: annotations and this summary are all that is shown."]);
    expect(summary).toContain("There is no token");
    expect(github.requests).toEqual([]);
  });

  it("takes the token of the environment when the input is empty, and says when it is wrong", async () => {
    const github = await localGitHub({ token: "right" });
    await runAction(checkout(), { github, inputs: { token: "" }, env: { GITHUB_TOKEN: "right" } });
    expect(github.checkRuns).toHaveLength(1);
    const { status, log } = await runAction(checkout(), { github, inputs: { token: "wrong" } });
    expect(status).toBe(1);
    expect(notes(log)[0]).toContain("401 Bad credentials");
    expect(log).not.toContain("wrong");
  });

  it("makes a check run that may not be written a commit status", async () => {
    const [github, made] = [await localGitHub(), checkout()];
    github.fail("checks/create", { status: 403, message: "Resource not accessible" });
    const { log, summary } = await runAction(made, { github });
    expect(github.statuses).toMatchObject([
      {
        sha: made.head,
        state: "failure",
        context: "queue-lint",
        description: expect.stringMatching(/^since [0-9a-f]{7} \([0-9a-f]{7}\): 1 error introduced$/) as string,
        target_url: "https://github.test/harbour/lighthouse/actions/runs/42",
      },
    ]);
    expect(notes(log)).toEqual([
      "queue-lint: No check run (403 Resource not accessible): a commit status stands for it.",
      "queue-lint: Comment written.",
    ]);
    expect(summary).toContain("a commit status stands for it");
  });

  async function neverFails(fault: Fault, requests: number, start?: Step["start"]): Promise<void> {
    const [github, made] = [await localGitHub(), checkout()];
    for (const operation of ["checks/create", "repos/create-commit-status", "issues/list-comments"])
      github.fail(operation, fault);
    const step = { github, inputs: { "fail-on": "never" }, ...(start === undefined ? {} : { start }) };
    const { status, log, errors, outputs } = await runAction(made, step);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(annotated(log)).toBe(1);
    expect(outputs["errors"]).toBe("1");
    expect(notes(log)).toHaveLength(2);
    expect(github.operations()).toEqual(
      ["checks/create", "repos/create-commit-status", "issues/list-comments"].flatMap((operation) =>
        Array.from({ length: requests }, () => operation),
      ),
    );
    // Three times 2.5 s of waiting at most: what waits for one request is no reason to wait longer for the next.
    expect(github.requests.at(-1)!.at - github.requests[0]!.at).toBeLessThan(16_000);
  }

  it.each<[string, Fault]>([
    ["404", { status: 404 }],
    ["422", { status: 422 }],
    ["429 without an end in sight", { status: 429, headers: { "retry-after": "3600" } }],
    [
      "403 of a limit without an end in sight",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999" } },
    ],
  ])("never fails for %s, everywhere", (_, fault) => neverFails(fault, 1));

  // Together, because they wait most of the time; in a process they would wait for each other.
  it("never fails for 500, 503, a cut connection or no server at all, everywhere and tried three times", async () => {
    const unanswered = async (): Promise<void> => {
      const { status, log } = await runAction(checkout(), { start: inOneOfItsOwn, inputs: { "fail-on": "never" } });
      expect(status).toBe(0);
      expect(notes(log)[0]).toContain("No check run (no answer: ");
    };
    await Promise.all([
      neverFails({ status: 500 }, 3, inOneOfItsOwn),
      neverFails({ status: 503 }, 3, inOneOfItsOwn),
      neverFails("cut", 3, inOneOfItsOwn),
      unanswered(),
    ]);
  });
});

describe("what the server takes later", () => {
  it.each<[string, Fault]>([
    ["429 that names the time", { status: 429, headers: { "retry-after": "1" } }],
    ["429 that names no time", { status: 429 }],
    ["403 of a limit that is over soon", { status: 403, headers: { "retry-after": "0" } }],
    ["502", { status: 502 }],
    ["a cut connection", "cut"],
  ])("is sent again after %s", async (_, fault) => {
    const github = await localGitHub();
    for (const operation of ["checks/create", "issues/list-comments"]) github.fail(operation, fault, 1);
    const { log } = await runAction(checkout(), { github });
    expect(notes(log)).toEqual(["queue-lint: Check run “queue-lint”: 1 annotations.", "queue-lint: Comment written."]);
    expect(github.operations()).toEqual([
      "checks/create",
      "checks/create",
      "issues/list-comments",
      "issues/list-comments",
      "issues/create-comment",
    ]);
  });

  it("waits for what the server names", async () => {
    const github = await localGitHub();
    github.fail("checks/create", { status: 429, headers: { "retry-after": "2" } }, 1);
    await runAction(checkout(), { github, inputs: { comment: "false" } });
    const [first, second] = github.requests.map(({ at }) => at);
    expect(second! - first!).toBeGreaterThanOrEqual(1_900);
  });

  it("looks for the comment before it writes it again, so that there is never a second one", async () => {
    const github = await localGitHub();
    github.fail("issues/create-comment", "cut", 1);
    const { log } = await runAction(checkout(), { github, inputs: { check: "false" } });
    expect(notes(log)).toEqual(["queue-lint: Comment written."]);
    expect(github.operations()).toEqual([
      "issues/list-comments",
      "issues/create-comment",
      "issues/list-comments",
      "issues/create-comment",
    ]);
    expect(github.comments).toHaveLength(1);
  });
});

describe("other servers", () => {
  it("finds an enterprise server by its address", async () => {
    const [github, made] = [await localGitHub({ flavour: "enterprise", token: "secret" }), checkout()];
    await runAction(made, { github: { url: `${github.url}/` } });
    expect(github.checkRuns).toMatchObject([{ head_sha: made.head }]);
    expect(github.comments).toHaveLength(1);
    expect(github.requests.every(({ path }) => path.startsWith("/api/v3/repos/harbour/lighthouse/"))).toBe(true);
  });

  it("gives Gitea and Forgejo, which have no check runs, a commit status and the same comment", async () => {
    const [github, made] = [await localGitHub({ flavour: "gitea", token: "secret" }), checkout()];
    const { log } = await runAction(made, { github });
    expect(github.statuses).toMatchObject([
      { sha: made.head, state: "failure", context: "queue-lint", target_url: null },
    ]);
    expect(github.comments).toMatchObject([{ issue: 7, body: expect.stringContaining("### Introduced") as string }]);
    expect(notes(log)).toEqual([
      "queue-lint: No check run (404 404 page not found): a commit status stands for it.",
      "queue-lint: Comment written.",
    ]);
    await runAction(made, { github });
    expect(github.comments).toHaveLength(1);
    expect(github.statuses).toHaveLength(2);
    expect(github.requests.every(({ path }) => path.startsWith("/api/v1/"))).toBe(true);
  });
});
