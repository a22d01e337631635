import { describe, expect, it } from "vitest";
import { localGitHub } from "./local-github.ts";
import { broken, checkout, pullRequestEvent, queueOf, runAction } from "./run-action.ts";

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
    ["an address that is none", () => ({ env: { GITHUB_API_URL: "github" } }), /GITHUB_API_URL is not an address/],
    [
      "a repository that is none",
      () => ({ env: { GITHUB_REPOSITORY: "a/../b" } }),
      /GITHUB_REPOSITORY is not a repository/,
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
