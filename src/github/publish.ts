import type { CheckRun } from "./check-run.ts";
import { publishCheckRun } from "./check-run.ts";
import type { Client } from "./client.ts";
import { publishComment, type Comment } from "./comment.ts";
import { publishCommitStatus } from "./commit-status.ts";
import type { Repository } from "./runner.ts";

export interface Publication {
  readonly repository: Repository;
  readonly checkRun: CheckRun | undefined;
  readonly comment: Comment | undefined;
}

/** What became of one part of a publication, in a sentence. Words of the server's answer are in it. */
export interface Note {
  readonly degraded: boolean;
  readonly text: string;
}

/**
 * Publishes the result of a run, and says what it did. Never rejects: a check run that the server does not take becomes a commit status
 * (Gitea and Forgejo have nothing else), and one that it does not take either leaves the annotations of the log and the job summary.
 */
export async function publish(client: Client, { repository, checkRun, comment }: Publication): Promise<Note[]> {
  const checked = checkRun === undefined ? [] : await check(client, repository, checkRun);
  return [...checked, ...(comment === undefined ? [] : await remark(client, repository, comment))];
}

async function check(client: Client, repository: Repository, run: CheckRun): Promise<Note[]> {
  try {
    const { sent, failure } = await publishCheckRun(client, repository, run);
    const { length } = run.annotations;
    return [
      sent === length
        ? done(`Check run “${run.name}”: ${length} annotations.`)
        : degraded(`Check run “${run.name}”: ${sent} of ${length} annotations (${describeFailure(failure)}).`),
    ];
  } catch (refused) {
    return status(client, repository, { run, refused: describeFailure(refused) });
  }
}

async function status(
  client: Client,
  repository: Repository,
  { run, refused }: { readonly run: CheckRun; readonly refused: string },
): Promise<Note[]> {
  try {
    await publishCommitStatus(client, repository, run);
    return [degraded(`No check run (${refused}): a commit status stands for it.`)];
  } catch (error) {
    return [
      degraded(
        `No check run (${refused}) and no commit status (${describeFailure(error)}): annotations and this summary stand for them.`,
      ),
    ];
  }
}

async function remark(client: Client, repository: Repository, comment: Comment): Promise<Note[]> {
  try {
    return [done(`Comment ${await publishComment(client, repository, comment)}.`)];
  } catch (error) {
    return [degraded(`No comment (${describeFailure(error)}).`)];
  }
}

function done(text: string): Note {
  return { degraded: false, text };
}

function degraded(text: string): Note {
  return { degraded: true, text };
}

/** "403 Resource not accessible by integration"; a connection that was cut has no status of a server. */
function describeFailure(error: unknown): string {
  const {
    status: code,
    message = "",
    response,
  } = error as { readonly status?: number; readonly message?: string; readonly response?: { readonly data?: unknown } };
  const said = (response?.data as { readonly message?: unknown } | undefined)?.message;
  const words = typeof said === "string" ? said : (message.split("\n", 1)[0] ?? "");
  return `${response === undefined || code === undefined ? "no answer: " : `${code} `}${words.slice(0, 200)}`;
}
