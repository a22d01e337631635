import type { Client } from "./client.ts";
import type { Repository } from "./runner.ts";

/** A comment of a pull request. */
export interface Comment {
  readonly pullRequest: number;
  /** An HTML comment that nobody sees: the body begins with it, and by it the comment is found again. */
  readonly marker: string;
  readonly body: string;
  /** Whether the comment can only be a bot's: anybody may write one that begins with the marker. */
  readonly byBot: boolean;
}

/** Updates the comment with the marker, or writes it when there is none. Rejects when the server takes neither. */
export async function publishComment(
  client: Client,
  repository: Repository,
  comment: Comment,
): Promise<"written" | "updated" | "unchanged"> {
  const found = await findComment(client, repository, comment);
  if (found === undefined) return writeOnce(client, repository, comment);
  if (found.body === comment.body) return "unchanged";
  await client.rest.issues.updateComment({ ...repository, comment_id: found.id, body: comment.body });
  return "updated";
}

interface FoundComment {
  readonly id: number;
  readonly body: string;
}

async function findComment(
  { paginate, rest }: Client,
  repository: Repository,
  { pullRequest, marker, byBot }: Comment,
): Promise<FoundComment | undefined> {
  for await (const { data } of paginate.iterator(rest.issues.listComments, {
    ...repository,
    issue_number: pullRequest,
    per_page: 100,
  })) {
    const own = data.find(({ body, user }) => body?.startsWith(marker) === true && (!byBot || user?.type === "Bot"));
    if (own !== undefined) return { id: own.id, body: own.body ?? "" };
  }
  return undefined;
}

/** A request that failed on its way back has written the comment all the same: before it is sent again, the comment is looked for. */
async function writeOnce(client: Client, repository: Repository, comment: Comment): Promise<"written"> {
  const write = () =>
    client.rest.issues.createComment({
      ...repository,
      issue_number: comment.pullRequest,
      body: comment.body,
      request: { retries: 0 },
    });
  try {
    await write();
  } catch (error) {
    if (((error as { status?: number }).status ?? 0) < 500) throw error;
    if ((await findComment(client, repository, comment)) === undefined) await write();
  }
  return "written";
}
