import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OpenAPIBackend, type Context, type Document, type Request } from "openapi-backend";
import { onTestFinished } from "vitest";
import { githubState, type Answer, type GitHubState, type StateOptions } from "./github-state.ts";
import { limitFaults } from "./request-limits.ts";

const description = JSON.parse(readFileSync(join(import.meta.dirname, "openapi-slice.json"), "utf8")) as Document;

/** What is answered instead of the truth: a status, or nothing because the connection is cut. */
export type Fault =
  "cut" | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string };

export interface RecordedRequest {
  /** "checks/create"; "unknown" for what is not in the description. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
  /** The status of the answer, or "cut". */
  readonly answered: number | "cut";
  /** When it came, in milliseconds. */
  readonly at: number;
}

export interface LocalGitHub extends GitHubState {
  /** What `GITHUB_API_URL` holds; for an enterprise server and for Gitea with its path. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** The operations that were asked, in order. */
  operations(): readonly string[];
  /** Answers the request number `nth` of an operation (from 1) with a fault; without a number all of them. */
  fail(operation: string, fault: Fault, nth?: number): void;
  /** What broke GitHub's description so far, taken away: what is left fails the test. */
  takeInvalid(): readonly string[];
}

export interface LocalGitHubOptions extends StateOptions {
  /** Gitea and Forgejo have no check runs and serve below /api/v1, an enterprise server below /api/v3. Default: "github". */
  readonly flavour?: "github" | "enterprise" | "gitea";
  /** The one token that is accepted; without it any, also none. */
  readonly token?: string;
  /** True when the token may only read, as that of a pull request from a fork. */
  readonly readOnly?: boolean;
  /** How many requests are allowed; each answer says what is left. Default: as many as you like, and nothing is said. */
  readonly allowance?: number;
}

const roots = { github: "", enterprise: "/api/v3", gitea: "/api/v1" } as const;
const resourceNotAccessible: Answer = { status: 403, body: { message: "Resource not accessible by integration" } };

/**
 * A GitHub on this machine, closed when the test ends. Each request is checked against GitHub's published description and against the
 * limits that it states in words only; one that breaks them is answered with 422, and the test fails.
 */
export async function localGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const requests: RecordedRequest[] = [];
  const invalid: string[] = [];
  const faults: { operation: string; fault: Fault; nth: number | undefined }[] = [];
  const root = roots[options.flavour ?? "github"];
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      invalid.push(`the local server failed: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`;
  const state = githubState(url, options);
  const backend = await backendFor(state, root, invalid);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const asked = await readRequest(request);
    const operation = backend.matchOperation(asked)?.operationId ?? "unknown";
    const count = requests.filter((one) => one.operation === operation).length + 1;
    const planned = faults.find(
      (one) => one.operation === operation && (one.nth === undefined || one.nth === count),
    )?.fault;
    const answer =
      planned ??
      refusal(asked, operation, options) ??
      exhausted(requests.length, options) ??
      unchanged(asked, operation, (await backend.handleRequest(asked)) as Answer);
    requests.push({
      operation,
      method: asked.method,
      path: request.url ?? "",
      headers: request.headers,
      body: asked.body,
      answered: answer === "cut" ? "cut" : answer.status,
      at,
    });
    if (answer === "cut") request.socket.destroy();
    else
      send(
        response,
        "body" in answer
          ? counted(answer, requests.length, options)
          : { ...answer, body: { message: "message" in answer ? answer.message : `Status ${answer.status}` } },
      );
  }

  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    if (invalid.length > 0) throw new Error(`requests that GitHub would refuse:\n${invalid.join("\n")}`);
  });
  return {
    ...state,
    url,
    requests,
    operations: () => requests.map(({ operation }) => operation),
    fail: (operation, fault, nth) => void faults.push({ operation, fault, nth }),
    takeInvalid: () => invalid.splice(0),
  };
}

async function backendFor(
  state: GitHubState & { readonly handlers: Readonly<Record<string, (asked: Context) => Answer>> },
  apiRoot: string,
  invalid: string[],
): Promise<OpenAPIBackend> {
  const refuse = (faults: readonly string[], { operation }: Context): Answer => {
    invalid.push(...faults.map((fault) => `${operation.operationId ?? "?"}: ${fault}`));
    return { status: 422, body: { message: "Invalid request.", errors: faults } };
  };
  const backend = new OpenAPIBackend({
    definition: description,
    apiRoot,
    coerceTypes: true,
    quick: true,
    ajvOpts: { allErrors: true },
    customizeAjv: (ajv) =>
      ajv
        .addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/)
        .addFormat("uri", /^https?:\/\//),
  });
  for (const [operation, handler] of Object.entries(state.handlers)) {
    backend.register(operation, (asked: Context) => {
      const faults = limitFaults(operation, asked.request.requestBody);
      return faults.length > 0 ? refuse(faults, asked) : handler(asked);
    });
  }
  backend.register({
    notFound: ({ request }: Context): Answer => {
      invalid.push(`${request.method} ${request.path} is not in the description`);
      return { status: 404, body: { message: "Not Found" } };
    },
    validationFail: (asked: Context): Answer =>
      refuse(
        (asked.validation.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`),
        asked,
      ),
    postResponseHandler: ({ response, operation, api }: Context): Answer => {
      const answer = response as Answer;
      const checked =
        answer.status < 300 && operation?.operationId !== undefined
          ? api.validateResponse(answer.body, operation, answer.status)
          : undefined;
      if (checked?.errors)
        invalid.push(
          ...checked.errors.map(
            ({ instancePath, message }) => `the answer of the local server: ${instancePath} ${message ?? ""}`,
          ),
        );
      return answer;
    },
  });
  await backend.init();
  return backend;
}

/** What a server says before it looks at the request. */
function refusal(
  { method, headers }: Request,
  operation: string,
  { token, readOnly, flavour }: LocalGitHubOptions,
): Answer | undefined {
  const sent = String(headers["authorization"] ?? "").replace(/^(?:token|bearer) /i, "");
  if (token !== undefined && sent !== token)
    return { status: 401, body: { message: sent === "" ? "Requires authentication" : "Bad credentials" } };
  if (flavour === "gitea" && operation.startsWith("checks/"))
    return { status: 404, body: { message: "404 page not found" } };
  return readOnly === true && method.toUpperCase() !== "GET" ? resourceNotAccessible : undefined;
}

/** When the allowance is there again: seconds since 1970, 2026-11-23 16:40 UTC. */
const reset = 1_795_452_000;

function exhausted(before: number, { allowance = Infinity }: LocalGitHubOptions): Answer | undefined {
  return before < allowance ? undefined : { status: 403, body: { message: "API rate limit exceeded for 127.0.0.1." } };
}

function counted(answer: Answer, asked: number, { allowance }: LocalGitHubOptions): Answer {
  if (allowance === undefined) return answer;
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "x-ratelimit-remaining": String(Math.max(0, allowance - asked)),
      "x-ratelimit-reset": String(reset),
    },
  };
}

/** Issues carry a tag of what they hold; a client that has it already gets no second copy. */
function unchanged({ headers }: Request, operation: string, answer: Answer): Answer {
  if (answer.status !== 200 || !["issues/get", "issues/list-for-repo"].includes(operation)) return answer;
  const etag = `"${createHash("sha256").update(JSON.stringify(answer.body)).digest("hex")}"`;
  return headers["if-none-match"] === etag
    ? { status: 304, headers: { etag }, body: undefined }
    : { ...answer, headers: { ...answer.headers, etag } };
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: search.slice(1),
    headers,
    ...(text === "" ? {} : { body: JSON.parse(text) as unknown }),
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}
