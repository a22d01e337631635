import { describe, expect, it } from "vitest";
import { homeServer } from "../../src/online/github-server.ts";

describe("the server of a repository", () => {
  it.each([
    ["https://github.com/acme/shop.git", "github.com", "https://api.github.com", "acme/shop"],
    ["https://ada:secret@github.com/acme/shop/", "github.com", "https://api.github.com", "acme/shop"],
    ["git@github.com:acme/shop.git", "github.com", "https://api.github.com", "acme/shop"],
    ["git@github.com-work:acme/shop.js", "github.com", "https://api.github.com", "acme/shop.js"],
    ["ssh://git@ssh.github.com:443/acme/shop.git", "github.com", "https://api.github.com", "acme/shop"],
    ["git@git.acme.example:acme/shop.git", "git.acme.example", "https://git.acme.example/api/v3", "acme/shop"],
    [
      "https://git.acme.example:8443/acme/shop",
      "git.acme.example:8443",
      "https://git.acme.example:8443/api/v3",
      "acme/shop",
    ],
    ["https://acme.ghe.com/acme/shop", "acme.ghe.com", "https://api.acme.ghe.com", "acme/shop"],
  ])("at %s", (origin, ...[host, api, repository]) => {
    expect(homeServer({}, origin)).toEqual({ host, api, repository, token: undefined });
  });

  it.each([
    [undefined, "there is no remote “origin” that says where the repository lives; GITHUB_REPOSITORY=owner/name does"],
    ["/srv/git/shop.git", "the remote “origin” names no repository of a GitHub; GITHUB_REPOSITORY=owner/name does"],
    ["C:/git/shop", "the remote “origin” names no repository of a GitHub; GITHUB_REPOSITORY=owner/name does"],
    [
      "https://example.org/a/b/c.git",
      "the remote “origin” names no repository of a GitHub; GITHUB_REPOSITORY=owner/name does",
    ],
    ["git@gitlab.com:acme/shop.git", "gitlab.com is no GitHub; GITHUB_API_URL names one that is"],
  ])("is unknown at %s", (origin, reason) => {
    expect(homeServer({}, origin)).toEqual({ kind: "unknown", reason });
  });

  it("is the one that a workflow states", () => {
    const workflow = {
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_API_URL: "https://git.acme.example/api/v3/",
      GITHUB_TOKEN: "t",
    };
    expect(homeServer(workflow, "https://github.com/ada/fork")).toEqual({
      host: "git.acme.example",
      api: "https://git.acme.example/api/v3",
      repository: "acme/shop",
      token: "t",
    });
    expect(homeServer({ ...workflow, QUEUE_LINT_REPOSITORY: "acme/other" }, undefined)).toMatchObject({
      repository: "acme/other",
    });
    expect(
      homeServer({ GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: "https://api.github.com" }, undefined),
    ).toMatchObject({ host: "github.com" });
    expect(
      homeServer({ GITHUB_REPOSITORY: "no name", GITHUB_API_URL: "not a URL" }, "git@github.com:acme/shop"),
    ).toMatchObject({ host: "github.com", repository: "acme/shop" });
  });
});

describe("the token", () => {
  const ours = "git@github.com:acme/shop";
  const theirs = "git@git.acme.example:acme/shop";

  it.each([
    [ours, { QUEUE_LINT_TOKEN: "q", GITHUB_TOKEN: "g", GH_TOKEN: "h" }, "q"],
    [ours, { QUEUE_LINT_TOKEN: " ", GITHUB_TOKEN: "g", GH_TOKEN: "h" }, "g"],
    [ours, { GH_TOKEN: "h\n" }, "h"],
    [ours, {}, undefined],
    [theirs, { GITHUB_TOKEN: "g", GH_TOKEN: "h" }, undefined],
    [theirs, { QUEUE_LINT_TOKEN: "q", GITHUB_TOKEN: "g" }, "q"],
    [theirs, { GITHUB_TOKEN: "g", GITHUB_SERVER_URL: "https://git.acme.example" }, "g"],
  ])("for %s and %j", (origin, environment, token) => {
    expect(homeServer(environment, origin)).toMatchObject({ token });
  });
});
