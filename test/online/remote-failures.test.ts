import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { localGitHub } from "../github/local-github.ts";
import { home, ask, reasonsOf, numbers, issues } from "./asked-server.ts";

describe("no answer is no finding", () => {
  it.each([
    [{ status: 401 }, "github.com refuses the token (401)"],
    [
      { status: 403, message: "Resource not accessible by integration" },
      "the token may not read the issues of harbour/lights at github.com (403)",
    ],
    [{ status: 403, message: "You have exceeded a secondary rate limit." }, "the rate limit of github.com is used up"],
    [{ status: 429, headers: { "retry-after": "60" } }, "the rate limit of github.com is used up for 60 seconds"],
    [
      { status: 410, message: "Issues are disabled for this repo" },
      "harbour/lights has no issues at github.com: they are turned off",
    ],
    [{ status: 502 }, "github.com answers with 502"],
    [{ status: 451 }, "github.com answers with 451"],
    ["cut", "github.com cannot be reached, or does not answer"],
  ] as const)("%j", async (fault, reason) => {
    const github = await localGitHub({ issues: issues(9) });
    github.fail("issues/get", fault);
    expect(reasonsOf(await ask(github, [home(909)]))).toEqual([reason]);
  });

  it("nor is a second one wanted when the first was a hiccup", async () => {
    const github = await localGitHub({ issues: { 9: {} } });
    github.fail("issues/get", "cut", 1);
    expect(await ask(github, [home(9)])).toMatchObject([{ kind: "known" }]);
  });

  it("when an issue was deleted it is missing", async () => {
    const github = await localGitHub();
    github.fail("issues/get", { status: 410, message: "This issue was deleted" });
    expect(await ask(github, [home(9)])).toEqual([{ kind: "missing", name: "harbour/lights#9", discussions: false }]);
  });

  it("when the token cannot see the repository, for a number alone and for a list", async () => {
    const github = await localGitHub();
    for (const operation of ["issues/get", "issues/list-for-repo", "repos/get"])
      github.fail(operation, { status: 404 });
    const reason = "the token cannot see harbour/lights at github.com, or there is no such repository";
    expect(reasonsOf(await ask(github, [home(900)]))).toEqual([reason]);
    expect(reasonsOf(await ask(github, numbers(3)))).toEqual([reason, reason, reason]);
    expect(github.operations()).toEqual(["issues/get", "repos/get", "issues/list-for-repo"]);
  });

  it("when the limit is reached nothing more is asked, and what came before counts", async () => {
    const github = await localGitHub({ allowance: 2, issues: { 1001: {}, 1002: {}, 1003: {} } });
    const reasons = reasonsOf(
      await ask(github, [home(1001), home(1002), ...[1003, 1004, 1005, 1006, 1007, 1008].map(home)]),
    );
    expect(reasons.filter((reason) => reason === "known").length).toBe(2);
    expect(new Set(reasons.slice(2).filter((reason) => reason !== "known"))).toEqual(
      new Set(["the rate limit of github.com is used up until 2026-11-23 16:40 UTC"]),
    );
    expect(github.requests.length).toBeLessThanOrEqual(5);
  });

  it("when a server fails again and again it is left alone", async () => {
    const github = await localGitHub();
    github.fail("issues/get", { status: 503 });
    const reasons = reasonsOf(
      await ask(
        github,
        Array.from({ length: 30 }, (_, index) => home(4000 + index)),
      ),
    );
    expect(new Set(reasons)).toEqual(new Set(["github.com answers with 503"]));
    expect(github.requests.length).toBeLessThanOrEqual(12);
  });

  it("when something else answers", async () => {
    const portal = createServer(
      (_, response) => void response.setHeader("content-type", "text/html").end("<h1>Please log in</h1>"),
    );
    await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void portal.close());
    const answers = await ask({ url: `http://127.0.0.1:${(portal.address() as AddressInfo).port}` }, [home(900)]);
    expect(reasonsOf(answers)).toEqual(["what github.com answers is not what a GitHub answers"]);
  });

  it("for names that would lead to another part of the server", async () => {
    const github = await localGitHub();
    expect(reasonsOf(await ask(github, [{ number: 1, repository: "../..", host: "github.com" }]))).toEqual([
      "../.. is the name of no repository",
    ]);
    expect(github.requests).toEqual([]);
  });
});
