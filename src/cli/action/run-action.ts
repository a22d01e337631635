import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { version } from "../../core/version.ts";
import type { AuditReport } from "../../core/finding.ts";
import type { OpenOptions } from "../../lint.ts";
import { openClient } from "../../github/client.ts";
import { publish, type Note } from "../../github/publish.ts";
import { readRunner, type Runner } from "../../github/runner.ts";
import { appendSummary, setOutputs } from "../../github/runner-files.ts";
import { printable } from "../../reporters/printable.ts";
import { reporters } from "../../reporters/index.ts";
import { workflowCommand } from "../../reporters/workflow-command.ts";
import { readInputs, type ActionInputs } from "./action-inputs.ts";
import type { Io } from "../io.ts";
import { mayLoadPlugins } from "./may-load-plugins.ts";
import { failureSummary, jobSummary } from "./job-summary.ts";
import { publicationOf, type ActionOutcome } from "./publication.ts";
import { publishedOptions } from "./published-options.ts";
import { pullRequestView } from "./pull-request-view.ts";
import { writeFileAtomically } from "../fix/write-file-atomically.ts";

/**
 * Runs as a step of a workflow; true when it has failed, by the input “fail-on”. Rejects with a `UsageError` when nothing can be audited,
 * which it has said by then where the findings would be.
 */
export async function runAction(io: Io): Promise<boolean> {
  try {
    return await run(io);
  } catch (error) {
    if (error instanceof UsageError) sayFailure(error, io);
    throw error;
  }
}

async function run(io: Io): Promise<boolean> {
  const inputs = readInputs(io.env);
  const runner = readRunner(io.env);
  const cwd = runner.workspace ?? io.cwd;
  const { report, shown, next } = await audit(inputs, runner, cwd);
  const file = join(await mkdtemp(join(runner.temporary, "queue-lint-")), "report.json");
  await writeFileAtomically(file, await render("json", report), { cwd });
  if (inputs.sarif !== undefined) await writeFileAtomically(inputs.sarif, await render("sarif", shown), { cwd });
  io.stdout.write(asLog(inputs.format, await render(inputs.format, shown)));
  const audited = {
    report: shown,
    inputs,
    runner,
    failed: hasFailed(report, inputs),
    wholeReport: wholeReport(runner),
  };
  const notes = await publishAll(audited);
  for (const { text } of notes) io.stdout.write(`queue-lint: ${printable(text)}\n`);
  appendSummary(
    io.env,
    jobSummary(
      shown,
      notes.filter(({ degraded }) => degraded).map(({ text }) => text),
      { wholeReport: audited.wholeReport, ...publishedOptions(runner) },
    ),
  );
  const { errors, warnings, infos, fixed } = report.summary;
  const compared =
    report.base === undefined
      ? { introduced: "", fixed: "" }
      : { introduced: errors + warnings + infos, fixed: fixed ?? 0 };
  setOutputs(io.env, { errors, warnings, ...compared, next: printable(next), report: file });
  return audited.failed;
}

interface Audit {
  readonly report: AuditReport;
  /** The same with places of the checkout. */
  readonly shown: AuditReport;
  /** Title of the candidate that may be picked; "" when none may. */
  readonly next: string;
}

async function audit(inputs: ActionInputs, runner: Runner, cwd: string): Promise<Audit> {
  const { root, config, preset } = inputs;
  const compared = comparison(inputs, runner);
  const { open, report: judge, selectNext } = await import("../../lint.ts");
  const plugins = mayLoadPlugins(inputs, runner);
  const opened = await open({ cwd, root, config, preset, ...compared, plugins });
  const report = judge(opened);
  return { report, shown: pullRequestView(report, opened, cwd), next: selectNext(opened.model).pick?.title ?? "" };
}

/** A proposal is compared with its target, and judged by the configuration of the target: a change cannot weaken what judges it. */
function comparison(
  { base, configFrom }: Pick<ActionInputs, "base" | "configFrom">,
  { pullRequest, event }: Pick<Runner, "pullRequest" | "event">,
): Pick<OpenOptions, "base" | "configFrom"> {
  if (pullRequest?.hasBase === false && base === undefined)
    throw new UsageError(
      "The event names no target of the pull request, so that there is nothing to compare with.",
      "Name it with the input “base”, such as origin/main.",
    );
  const isProposal = pullRequest !== undefined || event === "merge_group";
  return { base: base ?? (isProposal ? "auto" : undefined), configFrom: configFrom ?? (isProposal ? "base" : "tree") };
}

async function render(format: string, report: AuditReport): Promise<string> {
  const { rules } = await import("../../rule-catalogue.ts");
  const descriptions = new Map(rules.map(({ id, definition }) => [id, definition.meta.description]));
  return reporters[format]?.render(report, { color: false, links: false, quiet: false, descriptions }) ?? "";
}

/** Annotations are commands to the runner; in any other format nothing is one, whatever a line begins with. */
function asLog(format: string, text: string): string {
  if (format === "github") return text;
  const token = randomUUID();
  return `${workflowCommand("stop-commands", {}, token)}\n${text}${workflowCommand(token, {}, "")}\n`;
}

function hasFailed({ summary: { errors, warnings } }: AuditReport, { failOn }: ActionInputs): boolean {
  if (failOn === "never") return false;
  return errors > 0 || (failOn === "warning" && warnings > 0);
}

async function publishAll(audited: ActionOutcome): Promise<readonly Note[]> {
  const {
    inputs: { token, check, comment },
    runner: { apiUrl, repository, pullRequest },
  } = audited;
  if (!check && (!comment || pullRequest === undefined)) return [];
  const instead = "annotations and this summary are all that is shown.";
  if (repository === undefined)
    return [{ degraded: true, text: `No repository is named (GITHUB_REPOSITORY): ${instead}` }];
  if (token === undefined) return [{ degraded: true, text: `There is no token: ${instead}` }];
  const notes = await publish(
    await openClient(apiUrl, token, `queue-lint/${version}`),
    publicationOf(audited, repository),
  );
  const explained = pullRequest?.fork === true && notes.some(({ degraded }) => degraded);
  return explained
    ? [...notes, { degraded: true, text: "The pull request comes from a fork, whose token may only read." }]
    : notes;
}

function wholeReport({ runUrl }: Runner): string {
  const log = runUrl === undefined ? "the log of the run" : `[the log of the run](${runUrl})`;
  return `All of them are in ${log} and in the file that the output “report” of the step names.`;
}

function sayFailure({ message, help, place }: UsageError, io: Io): void {
  const what = place === undefined ? message : `${message} (${place})`;
  io.stdout.write(`${workflowCommand("error", { title: "queue-lint" }, `${printable(what)}\n${printable(help)}`)}\n`);
  try {
    appendSummary(io.env, failureSummary(what, help));
  } catch (error) {
    // The summary may be what cannot be written.
    if (!(error instanceof UsageError)) throw error;
  }
}
