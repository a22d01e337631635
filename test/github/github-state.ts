import type { Context } from "openapi-backend";

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  /** Who wrote it, and whether that is a person or a bot. */
  readonly user: { readonly login: string; readonly type: string };
  body: string;
}

export interface StoredAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface StoredCheckRun {
  readonly id: number;
  name: string;
  head_sha: string;
  status: string;
  conclusion: string | null;
  output: { title: string; summary: string; text?: string };
  /** All that were sent, in the order in which they came. */
  annotations: StoredAnnotation[];
}

export interface StoredStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly target_url: string | null;
}

/** Fields of an issue or of a pull request as the API has them; what is left out is made up: open, not merged. */
export type Described = Readonly<Record<string, unknown>>;

export interface StateOptions {
  /** By number. An issue that is a pull request needs `pull_request: {}`. */
  readonly issues?: Readonly<Record<number, Described>>;
  readonly pulls?: Readonly<Record<number, Described>>;
  /** Whether the repository has discussions. Default: false. */
  readonly discussions?: boolean;
  /** Comments that are there already, of issue 1 unless they say otherwise. */
  readonly comments?: readonly (Partial<StoredComment> & { readonly body: string })[];
}

/** What the server holds after the requests. */
export interface GitHubState {
  readonly comments: StoredComment[];
  readonly checkRuns: StoredCheckRun[];
  readonly statuses: StoredStatus[];
}

type Handlers = Readonly<Record<string, (asked: Context) => Answer>>;

const notFound: Answer = { status: 404, body: { message: "Not Found" } };
const bot = { login: "github-actions[bot]", type: "Bot" };

export function githubState(
  url: string,
  { issues = {}, pulls = {}, discussions = false, comments: earlier = [] }: StateOptions,
): GitHubState & { readonly handlers: Handlers } {
  const comments: StoredComment[] = earlier.map((one, index) => ({ id: 9000 + index, issue: 1, user: bot, ...one }));
  const checkRuns: StoredCheckRun[] = [];
  const statuses: StoredStatus[] = [];
  const handlers = {
    ...commentHandlers(comments, url),
    ...checkHandlers(checkRuns),
    ...statusHandlers(statuses),
    ...readHandlers(url, { issues, pulls, discussions }),
  };
  return { comments, checkRuns, statuses, handlers };
}

function commentHandlers(comments: StoredComment[], url: string): Handlers {
  const shown = ({ id, user, body }: StoredComment): object => ({ id, user, body });
  return {
    "issues/list-comments": ({ request: { params, query, path } }) =>
      page(
        comments.filter(({ issue }) => issue === Number(params["issue_number"])).map(shown),
        query,
        new URL(path, url),
      ),
    "issues/create-comment": ({ request: { params, requestBody } }) => {
      const made = {
        id: 9000 + comments.length,
        issue: Number(params["issue_number"]),
        user: bot,
        body: (requestBody as { body: string }).body,
      };
      comments.push(made);
      return { status: 201, body: shown(made) };
    },
    "issues/update-comment": ({ request: { params, requestBody } }) => {
      const found = comments.find(({ id }) => id === Number(params["comment_id"]));
      if (found === undefined) return notFound;
      found.body = (requestBody as { body: string }).body;
      return { status: 200, body: shown(found) };
    },
  };
}

type SentCheckRun = Partial<Omit<StoredCheckRun, "id" | "annotations" | "output">> & {
  output?: StoredCheckRun["output"] & { annotations?: StoredAnnotation[] };
};

function checkHandlers(checkRuns: StoredCheckRun[]): Handlers {
  const shown = ({ id, name, head_sha, status, conclusion }: StoredCheckRun): object => ({
    id,
    name,
    head_sha,
    status,
    conclusion,
  });
  const apply = (run: StoredCheckRun, { output, ...rest }: SentCheckRun): void => {
    const { annotations = [], ...words } = output ?? {};
    Object.assign(run, rest, { output: { ...run.output, ...words } });
    if (rest.conclusion !== undefined) run.status = "completed";
    // Those of an update come to those that are there.
    run.annotations.push(...annotations);
  };
  return {
    "checks/create": ({ request: { requestBody } }) => {
      const made: StoredCheckRun = {
        id: 500 + checkRuns.length,
        name: "",
        head_sha: "",
        status: "queued",
        conclusion: null,
        output: { title: "", summary: "" },
        annotations: [],
      };
      apply(made, requestBody as SentCheckRun);
      checkRuns.push(made);
      return { status: 201, body: shown(made) };
    },
    "checks/update": ({ request: { params, requestBody } }) => {
      const found = checkRuns.find(({ id }) => id === Number(params["check_run_id"]));
      if (found === undefined) return notFound;
      apply(found, requestBody as SentCheckRun);
      return { status: 200, body: shown(found) };
    },
  };
}

function statusHandlers(statuses: StoredStatus[]): Handlers {
  return {
    "repos/create-commit-status": ({ request: { params, requestBody } }) => {
      const made = {
        context: "default",
        description: "",
        target_url: null,
        ...(requestBody as object),
        sha: String(params["sha"]),
      } as StoredStatus;
      statuses.push(made);
      return {
        status: 201,
        body: { id: statuses.length, state: made.state, context: made.context, description: made.description },
      };
    },
  };
}

function readHandlers(
  url: string,
  { issues, pulls, discussions }: Required<Pick<StateOptions, "issues" | "pulls" | "discussions">>,
): Handlers {
  const issue = (number: number): object => ({
    number,
    state: "open",
    state_reason: null,
    title: `Issue ${number}`,
    closed_at: null,
    ...issues[number],
  });
  return {
    "repos/get": ({ request: { params } }) => ({
      status: 200,
      body: {
        id: 1,
        name: params["repo"],
        full_name: `${String(params["owner"])}/${String(params["repo"])}`,
        private: false,
        has_discussions: discussions,
      },
    }),
    "issues/get": ({ request: { params } }) =>
      Object.hasOwn(issues, String(params["issue_number"]))
        ? { status: 200, body: issue(Number(params["issue_number"])) }
        : notFound,
    "issues/list-for-repo": ({ request: { query, path } }) => {
      const wanted = String(query["state"] ?? "open");
      const found = Object.keys(issues)
        .map((number) => issue(Number(number)) as { state: string })
        .filter(({ state }) => wanted === "all" || state === wanted);
      return page(found, query, new URL(path, url));
    },
    "pulls/get": ({ request: { params } }) => {
      const number = Number(params["pull_number"]);
      const body = {
        number,
        state: "open",
        title: `Pull request ${number}`,
        merged: false,
        merged_at: null,
        draft: false,
        ...pulls[number],
      };
      return Object.hasOwn(pulls, number) ? { status: 200, body } : notFound;
    },
  };
}

/** One page of a list, with the header that names the next one. */
function page(all: readonly unknown[], query: Readonly<Record<string, unknown>>, address: URL): Answer {
  const size = Math.min(Number(query["per_page"] ?? 30), 100);
  const number = Number(query["page"] ?? 1);
  for (const [name, value] of Object.entries({ ...query, page: number + 1 }))
    address.searchParams.set(name, String(value));
  const more = all.length > number * size;
  return {
    status: 200,
    headers: more ? { link: `<${address.href}>; rel="next"` } : {},
    body: all.slice((number - 1) * size, number * size),
  };
}
