import type { AuditReport, Severity } from "../../core/finding.ts";
import { severities } from "../../core/finding.ts";
import type { CheckRun, Verdict } from "../../github/check-run.ts";
import type { Comment } from "../../github/comment.ts";
import type { Publication } from "../../github/publish.ts";
import type { Repository, Runner } from "../../github/runner.ts";
import { markdown } from "../../reporters/formats/markdown.ts";
import { pullRequestComment } from "../../reporters/pull-request-comment.ts";
import { countLine, shownFindings } from "../../reporters/summary-lines.ts";
import { publishedOptions } from "./published-options.ts";
import type { ActionInputs } from "./action-inputs.ts";
import { checkAnnotation } from "./check-annotations.ts";

/** A check run takes more, but nobody reads them, and a server takes about eighty writing requests a minute. */
const mostAnnotations = 1_000;
/** GitHub takes 65,535 characters. */
const longestSummary = 60_000;
const plain = { color: false, links: false, quiet: false };

/** All that decides what is published. */
export interface ActionOutcome {
  /** Places are those of the checkout. */
  readonly report: AuditReport;
  readonly runner: Runner;
  readonly inputs: ActionInputs;
  readonly failed: boolean;
  /** Where the whole report is, in Markdown. */
  readonly wholeReport: string;
}

/** What the server is to show; undefined when that is nothing. */
export function publicationOf(audited: ActionOutcome, repository: Repository): Publication {
  return { repository, checkRun: checkRunOf(audited), comment: commentOf(audited) };
}

/** More than one root of a repository may be audited: each has a check run and a comment of its own. */
function nameOf({ root }: ActionInputs): string {
  const path = root.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/$/, "");
  return path === "." || path === "" ? "queue-lint" : `queue-lint (${path})`;
}

function checkRunOf({ report, runner, inputs, failed, wholeReport }: ActionOutcome): CheckRun | undefined {
  if (!inputs.check || runner.sha === undefined) return undefined;
  const shown = shownFindings(report, plain);
  const sorted = severities.flatMap((severity: Severity) => shown.filter((finding) => finding.severity === severity));
  const kept = sorted.slice(0, mostAnnotations);
  const left = sorted.length - kept.length;
  const remark =
    left === 0 ? "" : `The ${mostAnnotations} worst findings of ${sorted.length} are annotations. ${wholeReport}\n\n`;
  return {
    name: nameOf(inputs),
    sha: runner.sha,
    verdict: verdictOf(report, failed),
    title: countLine(report),
    summary:
      remark +
      markdown.render(report, {
        ...plain,
        maxLength: longestSummary,
        wholeReport,
        ...publishedOptions(runner),
      }),
    annotations: kept.map(checkAnnotation),
    detailsUrl: runner.runUrl,
  };
}

function verdictOf({ summary: { errors, warnings } }: AuditReport, failed: boolean): Verdict {
  if (failed) return "failure";
  return errors + warnings > 0 ? "neutral" : "success";
}

function commentOf({ report, runner, inputs, wholeReport }: ActionOutcome): Comment | undefined {
  const { pullRequest } = runner;
  if (!inputs.comment || pullRequest === undefined) return undefined;
  const marker = `<!-- ${nameOf(inputs)
    .replaceAll(/[^\w ()/.-]/g, "_")
    .replaceAll(/-{2,}/g, "-")} -->`;
  // The token of a workflow writes as a bot; one of a person, or of Gitea, as a user.
  return {
    pullRequest: pullRequest.number,
    marker,
    body: pullRequestComment(report, { marker, wholeReport, ...publishedOptions(runner) }),
    byBot: inputs.token?.startsWith("ghs_") === true,
  };
}
