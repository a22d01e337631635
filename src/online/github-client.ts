import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { version } from "../core/version.ts";
import type { Unknown } from "../core/unknown.ts";
import { issueSchema, type AnswerCache, type Issue } from "./answer-cache.ts";
import { failureReason, rateLimit, type Refusal } from "./failure-reason.ts";
import type { GitHubServer } from "./github-server.ts";
import { sameHostFetch } from "./same-host-fetch.ts";

/** What one request brought: issues, or that there is nothing (`deleted`: there was), or why nobody knows. */
export type FetchOutcome =
  | { readonly kind: "known"; readonly issues: readonly Issue[] }
  | { readonly kind: "missing"; readonly deleted: boolean }
  | Unknown;

export type Repository = { readonly kind: "known"; readonly discussions: boolean } | Unknown;

/** After so many failed answers in a row a server is left alone. */
const mostFailures = 3;
export const pageSize = 100;

/** Asks one server, until it refuses to be asked. No method rejects. */
export class GitHubClient {
  readonly #octokit: Octokit;
  readonly #server: GitHubServer;
  readonly #cache: AnswerCache;
  /** Why no more requests are made; by the repository, or "" for all of them. */
  readonly #stopped = new Map<string, string>();
  #failures = 0;

  private constructor(octokit: Octokit, server: GitHubServer, cache: AnswerCache) {
    this.#octokit = octokit;
    this.#server = server;
    this.#cache = cache;
  }

  static async open(server: GitHubServer, cache: AnswerCache): Promise<GitHubClient> {
    // Loaded here, because most runs are offline.
    const { Octokit } = await import("@octokit/rest");
    const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const auth = server.token === undefined ? {} : { auth: server.token };
    return new GitHubClient(
      new Octokit({
        baseUrl: server.api,
        userAgent: `queue-lint/${version}`,
        log: silent,
        request: { fetch: sameHostFetch },
        ...auth,
      }),
      server,
      cache,
    );
  }

  get hasToken(): boolean {
    return this.#server.token !== undefined;
  }

  /** An issue or a pull request: the server knows both as issues. */
  async issue(repository: string, number: number): Promise<FetchOutcome> {
    return await this.#issues(
      repository,
      `/repos/${repository}/issues/${number}`,
      issueSchema.transform((issue) => [issue]),
    );
  }

  /** One page of all issues and pull requests, the oldest first. A repository without a list has no issue that may be read. */
  async page(repository: string, page: number): Promise<FetchOutcome> {
    const fetched = await this.#issues(
      repository,
      `/repos/${repository}/issues?state=all&sort=created&direction=asc&per_page=${pageSize}&page=${page}`,
      z.array(issueSchema),
    );
    if (fetched.kind !== "known")
      this.#stopped.set(repository, fetched.kind === "unknown" ? fetched.reason : this.#unseen(repository));
    return fetched;
  }

  /** When a pull request was merged, for servers that do not say so of the issue. */
  async pull(repository: string, number: number): Promise<FetchOutcome> {
    const schema = issueSchema.omit({ pull_request: true }).extend({ merged_at: z.string().nullable() });
    return await this.#issues(
      repository,
      `/repos/${repository}/pulls/${number}`,
      schema.transform(({ merged_at, ...issue }) => [{ ...issue, pull_request: { merged_at } }]),
    );
  }

  /** Whether the repository can be seen at all. */
  async repository(repository: string): Promise<Repository> {
    const answer = await this.#ask(repository, `/repos/${repository}`, {});
    if (answer.kind === "unknown") return answer;
    if (answer.status !== 200) return unknown(this.#unseen(repository));
    const parsed = z.object({ has_discussions: z.boolean().optional() }).safeParse(answer.data);
    // Old servers do not say; then there may be some.
    return parsed.success ? { kind: "known", discussions: parsed.data.has_discussions ?? true } : this.#strange();
  }

  async #issues(repository: string, path: string, schema: z.ZodType<Issue[]>): Promise<FetchOutcome> {
    const address = `${this.#server.api}${path}`;
    const cached = this.#cache.get(address);
    const answer = await this.#ask(repository, path, cached === undefined ? {} : { "if-none-match": cached.etag });
    if (answer.kind === "unknown") return answer;
    if (answer.status === 304 && cached !== undefined) return { kind: "known", issues: cached.issues };
    if (answer.status !== 200) return { kind: "missing", deleted: answer.status === 410 };
    const parsed = schema.safeParse(answer.data);
    if (!parsed.success) return this.#strange();
    if (answer.etag !== undefined) this.#cache.set(address, { etag: answer.etag, issues: parsed.data });
    return { kind: "known", issues: parsed.data };
  }

  /** Resolves to a status of 200, 304, 404 or 410, the last one for what was deleted. */
  async #ask(
    repository: string,
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<ServerAnswer | Unknown> {
    const stopped = this.#stopped.get("") ?? this.#stopped.get(repository);
    if (stopped !== undefined) return unknown(stopped);
    const answer = await this.#request(path, headers);
    const limit = rateLimit(answer, this.#server);
    if (limit !== undefined) this.#stopped.set("", limit);
    const failure = failureReason(answer, { server: this.#server, repository });
    if (failure === undefined) {
      this.#failures = 0;
      return { kind: "answered", status: answer.status, data: answer.data, etag: answer.headers["etag"] };
    }
    this.#failures += failure.transient ? 1 : 0;
    if (failure.stops !== undefined) this.#stopped.set(failure.stops, failure.reason);
    if (this.#failures >= mostFailures && !this.#stopped.has("")) this.#stopped.set("", failure.reason);
    return unknown(limit ?? failure.reason);
  }

  /** A cut connection and a failing server are given a second chance. */
  async #request(path: string, headers: Readonly<Record<string, string>>): Promise<Refusal> {
    const first = await this.#once(path, headers);
    return first.status === 0 || first.status >= 500 ? await this.#once(path, headers) : first;
  }

  async #once(path: string, headers: Readonly<Record<string, string>>): Promise<Refusal> {
    try {
      const { status, headers: received, data } = await this.#octokit.request(`GET ${path}`, { headers });
      return { status, headers: textHeaders(received), data: data as unknown };
    } catch (error) {
      const { response } = error as {
        readonly response?: { readonly status: number; readonly headers: object; readonly data: unknown };
      };
      return response === undefined
        ? { status: 0, headers: {}, data: undefined }
        : { status: response.status, headers: textHeaders(response.headers), data: response.data };
    }
  }

  #unseen(repository: string): string {
    return `the token cannot see ${repository} at ${this.#server.host}, or there is no such repository`;
  }

  #strange(): Unknown {
    return unknown(`what ${this.#server.host} answers is not what a GitHub answers`);
  }
}

interface ServerAnswer {
  readonly kind: "answered";
  readonly status: number;
  readonly data: unknown;
  readonly etag: string | undefined;
}

function textHeaders(headers: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function unknown(reason: string): Unknown {
  return { kind: "unknown", reason };
}
