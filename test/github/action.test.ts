import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localGitHub } from "./local-github.ts";
import {
  broken,
  checkout,
  held,
  inOneOfItsOwn,
  pullRequestEvent,
  queue,
  queueOf,
  repair,
  runAction,
  spec,
} from "./run-action.ts";

describe("the action on a pull request", () => {
  it("annotates what the branch brings, and publishes a check run, a comment, a summary, outputs and files", async () => {
    const [github, made] = [
      await localGitHub({ token: "secret" }),
      checkout(
        queueOf(held, "Old Buoy -> Spec 090 (`old-buoy`)"),
        queueOf(held, "Old Buoy -> Spec 090 (`old-buoy`)", broken),
      ),
    ];
    const { status, log, errors, summary, outputs } = await runAction(made, {
      github,
      start: inOneOfItsOwn,
      inputs: { sarif: "audit.sarif" },
    });
    expect({ status, errors }).toEqual({ status: 1, errors: "" });
    expect(log.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      expect.stringMatching(/^::error file=docs\/product\/spec-candidates\.md,line=13,.*Spec 002/),
    ]);
    expect(github.checkRuns).toMatchObject([
      {
        name: "queue-lint",
        head_sha: made.head,
        status: "completed",
        conclusion: "failure",
        annotations: [{ path: queue, start_line: 13, annotation_level: "failure" }],
      },
    ]);
    expect(github.comments).toMatchObject([
      {
        issue: 7,
        body: expect.stringMatching(
          /^<!-- queue-lint -->\n\*\*queue-lint\*\*: [\s\S]*### Introduced[\s\S]*Existing: 1/,
        ) as string,
      },
    ]);
    for (const words of ["### Introduced", "Existing: 1", "Not checked", "| claims examined |"])
      expect(summary).toContain(words);
    expect(outputs).toMatchObject({ errors: "1", warnings: "0", introduced: "1", fixed: "0", next: "Harbour map" });
    expect(JSON.parse(readFileSync(outputs["report"]!, "utf8"))).toMatchObject({
      version: 1,
      summary: { errors: 1, existing: 1 },
    });
    expect(JSON.parse(readFileSync(join(made.repository.root, "audit.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
    expect(github.operations()).toEqual(["checks/create", "issues/list-comments", "issues/create-comment"]);
  });

  it("puts what stands on changed lines first, since a log shows ten of a kind", async () => {
    const made = checkout();
    made.repository.remove("specs/001-lighthouse-keeper-log");
    const { log } = await runAction(made, { inputs: { check: "false", comment: "false" } });
    expect([...log.matchAll(/^::error file=[^,]+,line=(\d+),/gm)].map(([, line]) => Number(line)).slice(0, 2)).toEqual([
      12, 11,
    ]);
  });

  it("updates its one comment, and folds it when all is well", async () => {
    const [github, made] = [
      await localGitHub({
        comments: [
          { issue: 7, body: "<!-- queue-lint -->\nold" },
          { issue: 7, body: "I quote <!-- queue-lint -->" },
        ],
      }),
      checkout(queueOf(held, broken), queueOf(held, broken), repair),
    ];
    const { status, log, outputs, summary } = await runAction(made, { github });
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ errors: "0", introduced: "0", fixed: "1" });
    expect(summary).toContain("Fixed: 1");
    expect(github.checkRuns).toMatchObject([{ conclusion: "success" }]);
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /^<!-- queue-lint -->\n<details><summary>queue-lint: <code>[^\n]*<\/code><\/summary>\n\n[\s\S]*\n<\/details>$/,
      ),
      "I quote <!-- queue-lint -->",
    ]);
    expect(log).toContain("queue-lint: Comment updated.\n");
    await runAction(made, { github });
    expect(github.operations().filter((operation) => operation === "issues/update-comment")).toHaveLength(1);
  });

  it("takes no comment of a person for its own when its token is that of a workflow", async () => {
    const github = await localGitHub({
      comments: [{ issue: 7, body: "<!-- queue-lint -->\nall is well", user: { login: "eve", type: "User" } }],
    });
    await runAction(checkout(), { github, inputs: { token: "ghs_secret" } });
    expect(github.comments.map(({ body }) => body.split("\n")[1]?.slice(0, 15))).toEqual([
      "all is well",
      "**queue-lint**:",
    ]);
  });

  it("finds its comment behind a hundred others", async () => {
    const github = await localGitHub({
      comments: [
        ...Array.from({ length: 130 }, () => ({ issue: 7, body: "talk" })),
        { issue: 7, body: "<!-- queue-lint -->" },
      ],
    });
    await runAction(checkout(), { github });
    expect(github.operations()).toEqual([
      "checks/create",
      "issues/list-comments",
      "issues/list-comments",
      "issues/update-comment",
    ]);
    expect(github.comments).toHaveLength(131);
  });

  it.each([
    ["error", 0],
    ["warning", 1],
    ["never", 0],
  ] as const)("with only a warning and fail-on %s ends with %i", async (failOn, expected) => {
    const made = checkout();
    writeFileSync(
      join(made.repository.root, "queue-lint.config.json"),
      '{ "rules": { "promotion/spec-exists": "warning" } }',
    );
    const github = await localGitHub();
    const { status } = await runAction(made, { github, inputs: { "fail-on": failOn, comment: "false" } });
    expect(status).toBe(expected);
    expect(github.checkRuns).toMatchObject([{ conclusion: expected === 1 ? "failure" : "neutral" }]);
    expect(github.comments).toEqual([]);
  });

  it("asks no server when nothing is to be published", async () => {
    const github = await localGitHub();
    expect(
      (await runAction(checkout(), { github, inputs: { check: "false", comment: "false", "fail-on": "never" } }))
        .status,
    ).toBe(0);
    expect(github.requests).toEqual([]);
  });

  it("names places from the root of the checkout when it audits a directory of it, and keeps a comment of its own", async () => {
    const made = checkout();
    made.repository.write({
      "app/docs/product/spec-candidates.md": queueOf(broken),
      "app/specs/001-lighthouse-keeper-log/spec.md": spec,
    });
    const github = await localGitHub({ comments: [{ issue: 7, body: "<!-- queue-lint -->\nother" }] });
    const { log } = await runAction(made, { github, inputs: { root: "./app", sarif: "app.sarif" } });
    expect(log).toContain("file=app/docs/product/spec-candidates.md,");
    expect(github.checkRuns).toMatchObject([
      { name: "queue-lint (app)", annotations: [{ path: "app/docs/product/spec-candidates.md" }] },
    ]);
    expect(github.comments.map(({ body }) => body.split("\n", 1)[0])).toEqual([
      "<!-- queue-lint -->",
      "<!-- queue-lint (app) -->",
    ]);
    expect(readFileSync(join(made.repository.root, "app.sarif"), "utf8")).toContain(
      '"uri": "app/docs/product/spec-candidates.md"',
    );
  });

  it("runs no plugin of a pull request whose workflow has a token that may write", async () => {
    const made = checkout();
    made.repository.write({
      "plugin.mjs": "console.log('the plugin ran'); export const rules = {};",
      "queue-lint.config.json": '{ "plugins": ["./plugin.mjs"] }',
    });
    // A plugin prints where it runs.
    const step = { start: inOneOfItsOwn, inputs: { check: "false", comment: "false" } };
    const trusted = await runAction(made, step);
    expect(trusted.log + trusted.errors).toContain("the plugin ran");
    const refused = await runAction(made, { ...step, eventName: "pull_request_target" });
    expect(refused.log + refused.errors).not.toContain("the plugin ran");
    expect(refused.status).toBe(1);
  });
});

describe("the action on other events", () => {
  it("audits a push as a whole, and writes no comment", async () => {
    const [github, made] = [await localGitHub(), checkout()];
    const { status, outputs, summary } = await runAction(made, {
      github,
      eventName: "push",
      event: { before: made.base, after: made.head },
    });
    expect(status).toBe(1);
    expect(outputs).toMatchObject({ errors: "1", introduced: "", fixed: "" });
    expect(summary).toContain("### Findings");
    expect(github.operations()).toEqual(["checks/create"]);
  });

  it("compares a push with what the branch was before when it is told to", async () => {
    const made = checkout(queueOf(broken), queueOf(broken), { "README.md": "# Lighthouse\n" });
    const { status, outputs } = await runAction(made, {
      github: await localGitHub(),
      eventName: "push",
      event: { before: made.base },
      inputs: { base: "auto" },
    });
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ introduced: "0" });
  });

  it("runs outside of a workflow", async () => {
    const { status, log, summary } = await runAction(checkout(), {
      eventName: "",
      env: { GITHUB_EVENT_PATH: "", GITHUB_REPOSITORY: "", GITHUB_API_URL: "", GITHUB_WORKSPACE: "" },
    });
    expect(status).toBe(1);
    expect(log).toContain("queue-lint: No repository is named (GITHUB_REPOSITORY)");
    expect(summary).toContain("### Findings");
  });
});

describe("bad input", () => {
  const event = (made: ReturnType<typeof checkout>): { pull_request: Record<string, unknown> } =>
    pullRequestEvent(made) as { pull_request: Record<string, unknown> };

  it.each([
    ["an event that is no JSON", () => ({ event: "{" }), /The event of the run cannot be read/],
    ["an empty event", () => ({ event: "" }), /The event of the run cannot be read/],
    ["an event that is a list", () => ({ event: "[]" }), /describes no pull request/],
    ["an event that is null", () => ({ event: "null" }), /describes no pull request/],
    ["no event", () => ({ env: { GITHUB_EVENT_PATH: "" } }), /The event of the run cannot be read/],
    [
      "a pull request without a head",
      (made: ReturnType<typeof checkout>) => ({ event: { pull_request: { ...event(made).pull_request, head: null } } }),
      /pull_request\.head/,
    ],
    [
      "a pull request with a head that is an option",
      (made: ReturnType<typeof checkout>) => ({
        event: { pull_request: { ...event(made).pull_request, head: { sha: "--output=x" } } },
      }),
      /pull_request\.head\.sha/,
    ],
    [
      "a pull request without a base",
      (made: ReturnType<typeof checkout>) => ({
        event: { before: made.base, pull_request: { ...event(made).pull_request, base: null } },
      }),
      /names no target of the pull request/,
    ],
    [
      "a base that the clone lacks",
      (made: ReturnType<typeof checkout>) => ({
        event: { pull_request: { ...event(made).pull_request, base: { sha: "1".repeat(40) } } },
      }),
      /No base was found/,
    ],
    ["an address that is none", () => ({ env: { GITHUB_API_URL: "github" } }), /GITHUB_API_URL is no address/],
    [
      "a repository that is none",
      () => ({ env: { GITHUB_REPOSITORY: "a/../b" } }),
      /GITHUB_REPOSITORY is no repository/,
    ],
    ["an unknown preset", () => ({ inputs: { preset: "strickt" } }), /There is no preset “strickt”.*strict/],
    ["an unknown format", () => ({ inputs: { format: "sarf" } }), /The input “format” cannot be “sarf”.*sarif/],
    ["an unknown way to fail", () => ({ inputs: { "fail-on": "errors" } }), /The input “fail-on” cannot be “errors”/],
    ["a switch that is none", () => ({ inputs: { comment: "yes" } }), /The input “comment” cannot be “yes”/],
    ["a root that is not there", () => ({ inputs: { root: "nowhere" } }), /The root does not exist/],
    [
      "a file in no directory",
      () => ({ inputs: { sarif: "nowhere/audit.sarif" } }),
      /nowhere\/audit\.sarif cannot be written/,
    ],
    [
      "a summary that cannot be written",
      () => ({ inputs: { check: "false", comment: "false" }, env: { GITHUB_STEP_SUMMARY: "/nowhere/summary" } }),
      /A file of the runner cannot be written/,
    ],
  ] as const)("%s ends with 2, and says so on every surface", async (_, step, message) => {
    const [github, made] = [await localGitHub(), checkout()];
    const { status, log, errors, summary } = await runAction(made, { github, ...step(made) });
    expect(status).toBe(2);
    expect(errors).toMatch(message);
    expect(errors).not.toContain("internal failure");
    const command = log.split("\n").find((line) => line.startsWith("::error title=queue-lint::")) ?? "";
    expect(decodeURIComponent(command)).toMatch(message);
    if (summary !== "") expect(summary).toContain("could not audit");
    expect(github.requests).toEqual([]);
  });
});
