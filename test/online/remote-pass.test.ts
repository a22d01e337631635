import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { localGitHub } from "../github/local-github.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { token, home, merged, ask, reasonsOf, numbers, issues } from "./asked-server.ts";

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
