import { tmpdir } from "node:os";
import { UsageError } from "../core/errors.ts";
import { readPullRequest, type PullRequest } from "./pull-request.ts";

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** What a runner of GitHub, of an enterprise server, of Gitea or of Forgejo says about a run. */
export interface Runner {
  readonly apiUrl: string;
  /** Undefined outside of a run. */
  readonly repository: Repository | undefined;
  /** Where results are shown: the last commit of the pull request, else the one that is checked out. */
  readonly sha: string | undefined;
  readonly event: string;
  readonly pullRequest: PullRequest | undefined;
  /** Page of the run; undefined where it is not known. */
  readonly runUrl: string | undefined;
  /** Page of the commit's files, to which a path is added; undefined where it is not known. */
  readonly filesUrl: string | undefined;
  /** Absolute path of the checkout; undefined outside of a run. */
  readonly workspace: string | undefined;
  /** A directory that the runner empties. */
  readonly temporary: string;
}

/** Reads the variables of a run. Throws a `UsageError` for those that cannot be used. */
export function readRunner(env: Readonly<Record<string, string | undefined>>): Runner {
  const value = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const pullRequest = readPullRequest(env);
  const apiUrl = readUrl(value("GITHUB_API_URL") ?? "https://api.github.com");
  const repository = readRepository(value("GITHUB_REPOSITORY"));
  return {
    apiUrl,
    repository,
    pullRequest,
    sha: pullRequest?.head ?? value("GITHUB_SHA"),
    event: value("GITHUB_EVENT_NAME") ?? "",
    runUrl: runUrl(apiUrl, [value("GITHUB_SERVER_URL"), value("GITHUB_REPOSITORY"), value("GITHUB_RUN_ID")]),
    filesUrl: filesUrl(apiUrl, [
      value("GITHUB_SERVER_URL"),
      value("GITHUB_REPOSITORY"),
      pullRequest?.head ?? value("GITHUB_SHA"),
    ]),
    workspace: value("GITHUB_WORKSPACE"),
    temporary: value("RUNNER_TEMP") ?? tmpdir(),
  };
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `GITHUB_API_URL is not an address: “${text}”.`,
      "The runner sets it, such as https://api.github.com, https://HOST/api/v3 or https://HOST/api/v1.",
    );
  return text.replace(/\/$/, "");
}

function readRepository(text: string | undefined): Repository | undefined {
  if (text === undefined) return undefined;
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (owner === undefined || repo === undefined)
    throw new UsageError(
      `GITHUB_REPOSITORY is not a repository: “${text}”.`,
      "The runner sets it, such as octo-org/hello-world.",
    );
  return { owner, repo };
}

/** Gitea and Forgejo, below /api/v1, number the pages of their runs differently from version to version. */
function runUrl(apiUrl: string, [server, repository, id]: readonly (string | undefined)[]): string | undefined {
  const known =
    server !== undefined &&
    repository !== undefined &&
    id !== undefined &&
    /^\d+$/.test(id) &&
    !apiUrl.endsWith("/api/v1");
  return known ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** GitHub calls the page of a file “blob”; Gitea and Forgejo “src/commit”. */
function filesUrl(apiUrl: string, [server, repository, sha]: readonly (string | undefined)[]): string | undefined {
  if (server === undefined || repository === undefined || sha === undefined || !/^[0-9a-f]{7,64}$/.test(sha))
    return undefined;
  if (!/^https?:$/.test(URL.canParse(server) ? new URL(server).protocol : "")) return undefined;
  return `${server.replace(/\/$/, "")}/${repository}/${apiUrl.endsWith("/api/v1") ? "src/commit" : "blob"}/${sha}`;
}
