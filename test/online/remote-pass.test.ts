import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { RemoteAnswer, RemoteReference } from "../../src/core/remote.ts";
import { openRemotePass } from "../../src/online/remote-pass.ts";
import { localGitHub, type LocalGitHub, type LocalGitHubOptions } from "../github/local-github.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const token = "ghp_very-secret";
const home = (number: number): RemoteReference => ({ number, repository: undefined, host: undefined });
const merged = { state: "closed", pull_request: { merged_at: "2026-01-02T03:04:05Z" } };

interface Asked {
  readonly environment?: Readonly<Record<string, string>>;
  readonly cache?: string;
}

/** What the server says about each reference, after one pass. */
async function ask(
  github: Pick<LocalGitHub, "url">,
  references: readonly RemoteReference[],
  { environment = { QUEUE_LINT_TOKEN: token }, cache }: Asked = {},
): Promise<RemoteAnswer[]> {
  const pass = openRemotePass({
    environment: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "harbour/lights",
      ...environment,
    },
    origin: undefined,
    cache,
  });
  await pass.ask(references);
  const answers = references.map((reference) => pass.answer(reference));
  expect(JSON.stringify(answers)).not.toContain(token);
  return answers;
}

const reasonsOf = (answers: readonly RemoteAnswer[]): string[] =>
  answers.map((answer) => (answer.kind === "unknown" ? answer.reason : answer.kind));
const numbers = (count: number): RemoteReference[] => Array.from({ length: count }, (_, index) => home(index + 1));
const issues = (count: number): NonNullable<LocalGitHubOptions["issues"]> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, {}]));

describe("a server is asked", () => {
  it("for issues and pull requests, each once, with the token", async () => {
    const github = await localGitHub({
      token,
      issues: {
        9: { title: "Lamps" },
        317: { ...merged, title: "Lights" },
        318: { state: "closed", pull_request: { merged_at: null } },
      },
    });
    const answers = await ask(github, [
      home(317),
      home(9),
      home(317),
      { number: 317, repository: "Harbour/Lights", host: "github.com" },
      home(318),
    ]);
    expect(answers).toEqual([
      {
        kind: "known",
        name: "harbour/lights#317",
        item: { kind: "pull", state: "closed", merged: true, title: "Lights" },
      },
      {
        kind: "known",
        name: "harbour/lights#9",
        item: { kind: "issue", state: "open", merged: false, title: "Lamps" },
      },
      answers[0],
      answers[0],
      {
        kind: "known",
        name: "harbour/lights#318",
        item: { kind: "pull", state: "closed", merged: false, title: "Issue 318" },
      },
    ]);
    expect(github.operations().toSorted()).toEqual(["issues/get", "issues/get", "issues/get"]);
  });

  it("for pages of the list when that takes fewer requests, and for what is not there alone", async () => {
    const github = await localGitHub({ issues: { ...issues(120), 130: {} } });
    const answers = await ask(github, [...numbers(20), home(115), home(125)]);
    expect(answers.slice(0, -1).every(({ kind }) => kind === "known")).toBe(true);
    expect(answers.at(-1)).toEqual({ kind: "missing", name: "harbour/lights#125", discussions: false });
    expect(github.operations()).toEqual(["issues/list-for-repo", "issues/list-for-repo", "issues/get", "repos/get"]);
  });

  it("whether discussions share the numbers", async () => {
    expect(await ask(await localGitHub({ discussions: true }), [home(5)])).toEqual([
      { kind: "missing", name: "harbour/lights#5", discussions: true },
    ]);
  });

  it("for the pull request when it does not say of the issue when it was merged", async () => {
    const github = await localGitHub({
      issues: { 12: { state: "closed", pull_request: {} } },
      pulls: { 12: { state: "closed", merged: true, merged_at: "2026-01-02T03:04:05Z" } },
    });
    expect(await ask(github, [home(12)])).toMatchObject([{ item: { kind: "pull", merged: true } }]);
    expect(github.operations()).toEqual(["issues/get", "pulls/get"]);
  });

  it("where an issue has moved to, on the same host", async () => {
    const github = await localGitHub({ issues: { 46: { state: "closed" } } });
    github.fail("issues/get", { status: 301, headers: { location: `${github.url}/repos/harbour/lamps/issues/46` } }, 1);
    expect(await ask(github, [home(45)])).toMatchObject([
      { kind: "known", name: "harbour/lights#45", item: { state: "closed" } },
    ]);
    expect(github.requests[1]?.path).toBe("/repos/harbour/lamps/issues/46");
  });

  it("without a token when there is none", async () => {
    const github = await localGitHub({ issues: { 9: {} } });
    const answers = await ask(github, [home(9), home(10)], { environment: {} });
    expect(reasonsOf(answers)).toEqual([
      "known",
      "harbour/lights: without a token github.com answers the same (404) for what does not exist and for what is private",
    ]);
    expect(github.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });
});

describe("the token", () => {
  it("goes to no other host, by a link or by a redirect", async () => {
    const received: unknown[] = [];
    const other = createServer((request, response) => {
      received.push(request.headers);
      response.end("{}");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const host = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    const github = await localGitHub({ issues: {} });
    github.fail("issues/get", { status: 301, headers: { location: `http://${host}/repos/harbour/lights/issues/45` } });
    const answers = await ask(github, [home(45), { number: 1, repository: "a/b", host }]);
    expect(reasonsOf(answers)).toEqual([
      "harbour/lights has moved to where it is not followed: github.com answers with 301",
      `links to ${host} are not followed: it is neither the server of this repository nor github.com`,
    ]);
    expect(received).toEqual([]);
    expect(github.requests.map(({ headers }) => headers.authorization)).toEqual([`token ${token}`]);
  });
});

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

describe("the cache", () => {
  it("asks the second time whether anything changed, and believes that nothing did", async () => {
    const cache = join(temporaryDirectory({}), "deep/answers.json");
    const github = await localGitHub({ issues: { 2000: { title: "Lamps" } } });
    const first = await ask(github, [home(2000)], { cache });
    expect(await ask(github, [home(2000)], { cache })).toEqual(first);
    expect(github.requests.map(({ answered }) => answered)).toEqual([200, 304]);
    expect(readFileSync(cache, "utf8")).not.toContain(token);
    if (process.platform !== "win32") expect(statSync(cache).mode & 0o077).toBe(0);
  });

  it("learns what changed", async () => {
    const cache = join(temporaryDirectory({}), "answers.json");
    await ask(await localGitHub({ issues: { 9: {} } }), [home(9)], { cache });
    const github = await localGitHub({ issues: { 9: { state: "closed" } } });
    // The tag is the one of another server, which is another address.
    writeFileSync(cache, readFileSync(cache, "utf8").replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, github.url));
    expect(await ask(github, [home(9)], { cache })).toMatchObject([{ item: { state: "closed" } }]);
    expect(github.requests[0]?.headers["if-none-match"]).toMatch(/^"[0-9a-f]{64}"$/);
  });

  it.each(["", "{", "[]", '{ "version": 2, "answers": {} }', '{ "version": 1, "answers": { "x": { "etag": 1 } } }'])(
    "is not used when it holds %j",
    async (text) => {
      const cache = join(temporaryDirectory({ "answers.json": text }), "answers.json");
      const github = await localGitHub({ issues: { 9: {} } });
      expect(await ask(github, [home(9)], { cache })).toMatchObject([{ kind: "known" }]);
      expect(github.requests[0]?.headers["if-none-match"]).toBeUndefined();
      expect(JSON.parse(readFileSync(cache, "utf8"))).toMatchObject({ version: 1 });
    },
  );

  it("fails nothing when it cannot be written", async () => {
    const file = join(temporaryDirectory({ file: "" }), "file");
    expect(
      await ask(await localGitHub({ issues: { 9: {} } }), [home(9)], { cache: join(file, "answers.json") }),
    ).toMatchObject([{ kind: "known" }]);
  });
});
