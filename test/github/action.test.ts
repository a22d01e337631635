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
          /^<!-- queue-lint -->\n\*\*queue-lint: this pull request breaks 1 claim\*\*\n[\s\S]*### Introduced[\s\S]*Existing: 1/,
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
      "**queue-lint: t",
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
    const { status } = await runAction(made, {
      github,
      inputs: { "fail-on": failOn, "config-from": "tree", comment: "false" },
    });
    expect(status).toBe(expected);
    expect(github.checkRuns).toMatchObject([{ conclusion: expected === 1 ? "failure" : "neutral" }]);
    expect(github.comments).toEqual([]);
  });

  it("is judged by the configuration of its target, and told what it weakens", async () => {
    const made = checkout();
    const config = { rules: { "promotion/spec-exists": "off" } };
    writeFileSync(join(made.repository.root, "queue-lint.config.json"), JSON.stringify(config));
    const quiet = { check: "false", comment: "false" };
    const judged = await runAction(made, { inputs: quiet });
    expect({ status: judged.status, log: judged.log }).toEqual({
      status: 1,
      log: expect.stringContaining("title=queue-lint promotion/spec-exists") as string,
    });
    expect(judged.log).toContain("title=queue-lint suppression/configuration-weakened");
    const own = await runAction(made, { inputs: { ...quiet, "config-from": "tree" } });
    expect(own.log).not.toContain("title=queue-lint promotion/spec-exists");
    expect(own.log).toContain("title=queue-lint suppression/configuration-weakened");
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

  it("runs plugins only where an input asks for them and the tree is trusted, and without the token", async () => {
    const made = checkout();
    made.repository.write({
      "plugin.mjs":
        "console.log('the plugin ran', Object.keys(process.env).filter((name) => /^INPUT_|^ACTIONS_|TOKEN$/.test(name)).join(), '.'); export const rules = {};",
      "queue-lint.config.json": '{ "plugins": ["./plugin.mjs"] }',
    });
    // A plugin prints where it runs.
    const inputs = { check: "false", comment: "false", "config-from": "tree", base: "main", plugins: "true" };
    const env = { GITHUB_TOKEN: "secret", GH_TOKEN: "secret", ACTIONS_RUNTIME_TOKEN: "secret" };
    const step = { start: inOneOfItsOwn, inputs, env };
    const trusted = await runAction(made, step);
    expect(trusted.log + trusted.errors).toContain("the plugin ran  .");
    const fork = { ...step, event: pullRequestEvent(made, { fork: true }) };
    const others = [
      fork,
      { ...step, inputs: { ...inputs, plugins: "false" } },
      { ...step, eventName: "issue_comment" },
    ];
    for (const other of others) {
      const refused = await runAction(made, other);
      expect(refused.log + refused.errors).not.toContain("the plugin ran");
    }
  });
});
