import type { Client } from "./client.ts";
import type { Repository } from "./runner.ts";

/** One place of a check run, as the API names its parts. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  /** Columns are for annotations of one line. */
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string;
}

export type Verdict = "success" | "neutral" | "failure";

/** What is shown beside a commit. */
export interface CheckRun {
  readonly name: string;
  readonly sha: string;
  readonly verdict: Verdict;
  /** One line of plain text. */
  readonly title: string;
  /** Markdown of at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  readonly detailsUrl: string | undefined;
}

/** A request takes so many. */
const batch = 50;

/**
 * Publishes a check run; rejects when the server does not take it. It is complete with the first request, so that none is left running
 * when a later one fails: the result says how many annotations arrived, and what stopped the others.
 */
export async function publishCheckRun(
  { rest }: Client,
  repository: Repository,
  { name, sha, verdict, title, summary, annotations, detailsUrl }: CheckRun,
): Promise<{ readonly sent: number; readonly failure: unknown }> {
  const output = (from: number) => ({ title, summary, annotations: annotations.slice(from, from + batch) });
  const details = detailsUrl === undefined ? {} : { details_url: detailsUrl };
  const { data } = await rest.checks.create({
    ...repository,
    name,
    head_sha: sha,
    status: "completed",
    conclusion: verdict,
    output: output(0),
    ...details,
  });
  for (let from = batch; from < annotations.length; from += batch) {
    try {
      await rest.checks.update({ ...repository, check_run_id: data.id, output: output(from) });
    } catch (failure) {
      return { sent: from, failure };
    }
  }
  return { sent: annotations.length, failure: undefined };
}
