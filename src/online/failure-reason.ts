import type { GitHubServer } from "./github-server.ts";

/** An answer of a server, whatever it says. The status is 0 when none came. */
export interface Refusal {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}

export interface Failure {
  readonly reason: string;
  /** What is not asked any more: a repository, or "" for the whole server. */
  readonly stops?: string;
  /** Another request may fare better. */
  readonly transient: boolean;
}

interface Question {
  readonly server: GitHubServer;
  readonly repository: string;
}

/** Why an answer says nothing about what was asked; undefined when it does: 200, 304, 404, and 410 for what was deleted. Holds no token and no words of the server. */
export function failureReason(refusal: Refusal, { server, repository }: Question): Failure | undefined {
  const { status } = refusal;
  const { host } = server;
  switch (status) {
    case 200:
    case 304:
      return undefined;
    case 0:
      return { reason: `${host} cannot be reached, or does not answer`, transient: true };
    case 401:
      return { reason: `${host} refuses the token (401)`, stops: "", transient: false };
    case 403:
    case 429:
      return denial(refusal, { server, repository });
    case 404:
    case 410:
      return absence(refusal, { server, repository });
    default:
      return Math.floor(status / 100) === 3
        ? final(`${repository} has moved to where it is not followed: ${host} answers with ${status}`)
        : { reason: `${host} answers with ${status}`, transient: status >= 500 };
  }
}

/** What is not there is an answer, unless it may be hidden or turned off. */
function absence({ status, data }: Refusal, { server: { host, token }, repository }: Question): Failure | undefined {
  if (status === 404)
    return token === undefined
      ? final(
          `${repository}: without a token ${host} answers the same (404) for what does not exist and for what is private`,
        )
      : undefined;
  return /\bdeleted\b/i.test(messageOf(data))
    ? undefined
    : final(`${repository} has no issues at ${host}: they are turned off`);
}

function final(reason: string): Failure {
  return { reason, transient: false };
}

function denial(refusal: Refusal, { server, repository }: Question): Failure {
  return isLimited(refusal)
    ? { reason: waiting(refusal.headers, server), stops: "", transient: false }
    : { reason: forbidden(repository, server), stops: repository, transient: false };
}

/** What the last allowed answer says: that no more will come for a while. */
export function rateLimit({ headers }: Refusal, server: GitHubServer): string | undefined {
  return headers["x-ratelimit-remaining"] === "0" ? waiting(headers, server) : undefined;
}

function isLimited({ status, headers, data }: Refusal): boolean {
  return (
    status === 429 ||
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /rate limit|abuse/i.test(messageOf(data))
  );
}

function forbidden(repository: string, { host, token }: GitHubServer): string {
  return token === undefined
    ? `${host} lets nobody read the issues of ${repository} without a token (403)`
    : `the token may not read the issues of ${repository} at ${host} (403)`;
}

function waiting(headers: Readonly<Record<string, string>>, { host, token }: GitHubServer): string {
  const reset = Number(headers["x-ratelimit-reset"]);
  const after = Number(headers["retry-after"]);
  const when =
    Number.isSafeInteger(reset) && reset > 0 && reset < 1e11
      ? ` until ${minuteOf(reset)}`
      : Number.isSafeInteger(after) && after > 0
        ? ` for ${after} seconds`
        : "";
  return `the rate limit of ${host} is used up${when}${token === undefined ? "; a token has a higher one" : ""}`;
}

/** Seconds since 1970 as a minute of the clock that comes after them. */
function minuteOf(seconds: number): string {
  return `${new Date(Math.ceil(seconds / 60) * 60_000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function messageOf(data: unknown): string {
  const message = typeof data === "object" && data !== null && "message" in data ? data.message : data;
  return typeof message === "string" ? message : "";
}
