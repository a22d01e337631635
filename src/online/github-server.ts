import type { Unknown } from "../core/unknown.ts";

/** A server that is asked, and as whom. */
export interface GitHubServer {
  /** The host of its web pages, as links name it: "github.com". */
  readonly host: string;
  /** Where its API is, without a slash at the end. */
  readonly api: string;
  /** Undefined to ask without one. */
  readonly token: string | undefined;
}

/** The server of the repository, and its name there. */
export interface HomeServer extends GitHubServer {
  /** `owner/name`. */
  readonly repository: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub as anybody sees it: links to it are asked without a token when the repository lives elsewhere. */
export const publicGitHub: GitHubServer = { host: "github.com", api: "https://api.github.com", token: undefined };

const repositoryName = /^[\w.-]+\/[\w.-]+$/;
/** Hosts that are known to have another API. */
const otherHosts = new Set([
  "gitlab.com",
  "bitbucket.org",
  "codeberg.org",
  "gitea.com",
  "git.sr.ht",
  "dev.azure.com",
  "ssh.dev.azure.com",
  "vs-ssh.visualstudio.com",
]);

/**
 * The server that the repository lives on: what a workflow states (GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SERVER_URL) wins over the
 * remote “origin”. Unknown when neither names one.
 */
export function homeServer(environment: Environment, origin: string | undefined): HomeServer | Unknown {
  const remote = origin === undefined ? undefined : parseOrigin(origin);
  const repository = statedRepository(environment) ?? remote?.repository;
  if (repository === undefined) return unknown(noRepository(origin));
  const stated = statedServer(environment);
  const host = stated.host ?? remote?.host ?? publicGitHub.host;
  const api = stated.api ?? apiOf(host);
  if (api === undefined) return unknown(`${host} is no GitHub; GITHUB_API_URL names one that is`);
  return { host, repository, api, token: tokenFor(host, { environment, stated: stated.host !== undefined }) };
}

function noRepository(origin: string | undefined): string {
  return origin === undefined
    ? "there is no remote “origin” that says where the repository lives; GITHUB_REPOSITORY=owner/name does"
    : "the remote “origin” names no repository of a GitHub; GITHUB_REPOSITORY=owner/name does";
}

/** A workflow that audits the checkout of another repository cannot change GITHUB_REPOSITORY. */
function statedRepository(environment: Environment): string | undefined {
  const stated = environment["QUEUE_LINT_REPOSITORY"] ?? environment["GITHUB_REPOSITORY"] ?? "";
  return repositoryName.test(stated) ? stated : undefined;
}

/** What the environment says of the server. The address of the API says where the pages are, too. */
function statedServer(environment: Environment): Partial<Pick<GitHubServer, "api" | "host">> {
  const api = baseOf(environment["GITHUB_API_URL"]);
  const host = hostOf(environment["GITHUB_SERVER_URL"]) ?? (api === undefined ? undefined : hostOfApi(api));
  return { ...(api === undefined ? {} : { api }), ...(host === undefined ? {} : { host }) };
}

/** `https://host/owner/name.git`, `git@host:owner/name.git`, `ssh://git@host:22/owner/name`. */
function parseOrigin(url: string): { readonly host: string; readonly repository: string } | undefined {
  const { host = "", path = "" } = partsOf(url);
  // A letter before a colon is a drive of Windows.
  if (host.length < 2 || !repositoryName.test(path)) return undefined;
  return { host: webHost(host.toLowerCase()), repository: path };
}

function partsOf(url: string): { readonly host?: string | undefined; readonly path?: string | undefined } {
  if (URL.canParse(url) && /^(?:https?|ssh|git):/.test(url)) {
    const { protocol, host, hostname, pathname } = new URL(url);
    const path = pathname
      .replace(/^\//, "")
      .replace(/\/$/, "")
      .replace(/\.git$/, "");
    // The port of ssh says nothing about the one of the pages.
    return { host: protocol.startsWith("http") ? host : hostname, path };
  }
  const [, host, path] = /^(?:[^@/:\s]+@)?([\w.-]+):(?!\/\/)\/?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
  return { host, path };
}

/** Names that people give to GitHub in their ssh configuration, and its host for ssh through a firewall. */
function webHost(host: string): string {
  return host === "ssh.github.com" || host === "www.github.com" || host.startsWith("github.com-")
    ? publicGitHub.host
    : host;
}

/** Undefined for a host that is known to have another API. */
function apiOf(host: string): string | undefined {
  if (otherHosts.has(host)) return undefined;
  if (host === publicGitHub.host) return publicGitHub.api;
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
}

function hostOfApi(api: string): string {
  return new URL(api).host.replace(/^api\.(?=github\.com$|.*\.ghe\.com$)/, "");
}

function baseOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && /^https?:/.test(url) ? url.replace(/\/$/, "") : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  const base = baseOf(url);
  return base === undefined ? undefined : webHost(new URL(base).host);
}

/**
 * GITHUB_TOKEN and GH_TOKEN are tokens of github.com or of the server that the environment states: an origin at another host, which may be
 * anybody's, gets none but QUEUE_LINT_TOKEN, which was set for this.
 */
function tokenFor(
  host: string,
  { environment, stated }: { readonly environment: Environment; readonly stated: boolean },
): string | undefined {
  const usual =
    stated || host === publicGitHub.host || host.endsWith(".ghe.com")
      ? [environment["GITHUB_TOKEN"], environment["GH_TOKEN"]]
      : [];
  return [environment["QUEUE_LINT_TOKEN"], ...usual]
    .map((token) => token?.trim())
    .find((token) => token !== undefined && token !== "");
}

function unknown(reason: string): Unknown {
  return { kind: "unknown", reason };
}
