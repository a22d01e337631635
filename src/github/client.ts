import type { Octokit } from "@octokit/rest";

export type Client = Octokit;

/** A request is sent so often at most. */
const attempts = 3;
/** After n failures n² times this is waited, in milliseconds: 0.5 s, then 2 s. */
const pause = 500;
/** When a server that limits requests asks for a longer wait, in seconds, it is not waited for: the run would cost more than it tells. */
const longestWait = 20;
/** What a server takes for an answer, in milliseconds. */
const patience = 20_000;

/** Statuses that a second request would not change; what comes after a limit has a rule of its own. */
const final = Array.from({ length: 100 }, (_, index) => 400 + index).filter(
  (status) => status !== 408 && status !== 409,
);

interface FailedRequest {
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
  readonly request?: { request?: object };
}

/**
 * GitHub's client. A cut connection, no answer within 20 s, and the statuses 408, 409 and 500 to 599 are tried again, three times in all.
 * A request that was one too many (429, or 403 that says so) is sent again after the time that the server names, up to 20 s.
 * What else fails stays failed. It is loaded when something is published, and not before.
 */
export async function openClient(apiUrl: string, token: string, userAgent: string): Promise<Client> {
  const [{ Octokit: Plain }, { retry }] = await Promise.all([import("@octokit/rest"), import("@octokit/plugin-retry")]);
  const Retrying = Plain.plugin(waitForLimit, retry);
  const silent = (): void => undefined;
  return new Retrying({
    baseUrl: apiUrl,
    auth: token,
    userAgent,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(patience) }),
    },
    retry: { retries: attempts - 1, retryAfterBaseValue: pause, doNotRetry: final },
  });
}

/** Tells the plugin that repeats requests about limits, whose time the server names. */
function waitForLimit({ hook }: Pick<Octokit, "hook">): void {
  // The plugin counts in an object that all requests share: each waited for the failures of those before it.
  hook.before("request", (options) => {
    options.request = { ...options.request };
  });
  hook.error("request", (error) => {
    const failed = error as FailedRequest;
    const seconds = secondsToWait(failed);
    if (seconds !== undefined && seconds <= longestWait && failed.request !== undefined) {
      failed.request.request = {
        retries: attempts - 1,
        ...failed.request.request,
        retryAfter: Math.ceil((seconds * 1000) / pause),
      };
    }
    throw error;
  });
}

/** Undefined when no limit was hit. A server that names no time is asked again soon. */
function secondsToWait({ status, response }: FailedRequest): number | undefined {
  const header = (name: string): number | undefined =>
    response?.headers[name] === undefined ? undefined : Number(response.headers[name]);
  const after = header("retry-after");
  const reset = header("x-ratelimit-remaining") === 0 ? header("x-ratelimit-reset") : undefined;
  if (status !== 429 && (status !== 403 || (after === undefined && reset === undefined))) return undefined;
  const seconds = after ?? (reset === undefined ? 1 : reset - Date.now() / 1000 + 1);
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : longestWait + 1;
}
