import type { CheckRun } from "./check-run.ts";
import type { Client } from "./client.ts";
import type { Repository } from "./runner.ts";

/** The longest description that GitHub takes. */
const longest = 140;

/** Publishes what a check run would say as a commit status, which has one line and two colours. Rejects when the server does not take it. */
export async function publishCommitStatus(
  { rest }: Client,
  repository: Repository,
  { name, sha, verdict, title, detailsUrl }: CheckRun,
): Promise<void> {
  const description = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
  const target = detailsUrl === undefined ? {} : { target_url: detailsUrl };
  await rest.repos.createCommitStatus({
    ...repository,
    sha,
    state: verdict === "failure" ? "failure" : "success",
    context: name,
    description,
    ...target,
  });
}
