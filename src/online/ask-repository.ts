import type { RemoteAnswer } from "../core/remote.ts";
import type { Issue } from "./answer-cache.ts";
import { pageSize, type FetchOutcome, type GitHubClient } from "./github-client.ts";

/** So many requests are under way at a time: what GitHub calls polite. */
const concurrency = 4;

/** What a server says about some numbers of one repository, in as few requests as possible. Each number is answered. */
export async function askRepository(
  client: GitHubClient,
  repository: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, RemoteAnswer>> {
  const found = await listed(client, repository, numbers);
  const answers = new Map<number, RemoteAnswer>();
  const absent: number[] = [];
  await inParallel(numbers, async (number) => {
    const known = found.get(number);
    const fetched: FetchOutcome =
      known === undefined ? await client.issue(repository, number) : { kind: "known", issues: [known] };
    const settled = await withMerge(client, { repository, number }, fetched);
    if (settled.kind === "missing" && !settled.deleted) absent.push(number);
    else answers.set(number, toAnswer(`${repository}#${number}`, settled));
  });
  if (absent.length === 0) return answers;
  // A repository that cannot be seen answers the same as an issue that does not exist.
  const seen = await client.repository(repository);
  for (const number of absent)
    answers.set(
      number,
      seen.kind === "unknown"
        ? seen
        : { kind: "missing", name: `${repository}#${number}`, discussions: seen.discussions },
    );
  return answers;
}

/**
 * Pages of the list, oldest first, when they take fewer requests than the numbers alone would: a number is on page ⌈number / 100⌉ or, where
 * others were deleted, before it. What is not there (moved, deleted) is asked for alone.
 */
async function listed(
  client: GitHubClient,
  repository: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Issue>> {
  const last = Math.max(...numbers);
  const pages = Math.ceil(last / pageSize);
  const found = new Map<number, Issue>();
  if (pages >= numbers.length) return found;
  for (let page = 1; page <= pages; page += 1) {
    const fetched = await client.page(repository, page);
    if (fetched.kind !== "known") break;
    for (const issue of fetched.issues) found.set(issue.number, issue);
    if (fetched.issues.length < pageSize || fetched.issues.some(({ number }) => number >= last)) break;
  }
  return found;
}

/** Old servers do not say of an issue when its pull request was merged. */
async function withMerge(
  client: GitHubClient,
  { repository, number }: { readonly repository: string; readonly number: number },
  fetched: FetchOutcome,
): Promise<FetchOutcome> {
  const issue = fetched.kind === "known" ? fetched.issues[0] : undefined;
  const silent =
    issue?.state === "closed" && issue.pull_request !== undefined && issue.pull_request.merged_at === undefined;
  return silent ? await client.pull(repository, number) : fetched;
}

function toAnswer(name: string, fetched: FetchOutcome): RemoteAnswer {
  if (fetched.kind === "unknown") return fetched;
  const issue = fetched.kind === "known" ? fetched.issues[0] : undefined;
  if (issue === undefined) return { kind: "missing", name, discussions: false };
  const { title, state, pull_request: pull } = issue;
  return {
    kind: "known",
    name,
    item: {
      kind: pull === undefined ? "issue" : "pull",
      state,
      title,
      merged: (pull?.merged_at ?? undefined) !== undefined,
    },
  };
}

async function inParallel(numbers: readonly number[], ask: (number: number) => Promise<void>): Promise<void> {
  const waiting = [...numbers];
  const worker = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) await ask(number);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, numbers.length) }, worker));
}
