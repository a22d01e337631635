import type { AuditModel } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import type { AuditReport } from "../core/finding.ts";
import type { LintOptions, Opened } from "../lint.ts";
import { reporterLoaders } from "../reporters/reporter-loaders.ts";
import type { RenderOptions } from "../reporters/reporter.ts";
import type { Io } from "./io.ts";

/** An audit that is done, with the model of the tree that it is about. */
export interface AuditedTree {
  readonly opened: Opened;
  readonly model: AuditModel;
  readonly report: AuditReport;
}

/** Rejects with a `UsageError` when the history is asked for, and no format would show it. */
export async function refuseUnshown(since: string | undefined, formats: readonly string[]): Promise<void> {
  if (since !== undefined && !(await showBoard(formats)))
    throw new UsageError(
      "--since draws the findings over time, and no format that is asked for shows them.",
      "Add --format html=report.html, or run “queue-lint replay” for the terminal.",
    );
}

/** The entries of the queue, and with `since` the findings of each commit after it; nothing when no format shows them: both cost time. */
export async function boardData(
  { opened, model, report }: AuditedTree,
  {
    formats,
    since,
    ...options
  }: LintOptions & { readonly formats: readonly string[]; readonly since: string | undefined },
  io: Io,
): Promise<Pick<RenderOptions, "board" | "timeline" | "checkout" | "placeUrl">> {
  if (!(await showBoard(formats))) return {};
  const { buildBoard } = await import("../lint.ts");
  const board = { board: buildBoard(model, report, opened.snapshot.today), ...(await checkoutData(opened, options)) };
  if (since === undefined) return board;
  const { replay } = await import("../replay.ts");
  const { timeline, gap } = await replay({ ...options, since });
  if (gap !== undefined) io.stderr.write(`${gap}\n`);
  return { ...board, timeline: timeline.points };
}

async function checkoutData(
  { root }: Opened,
  { ref }: LintOptions,
): Promise<Pick<RenderOptions, "checkout" | "placeUrl">> {
  const { readCheckout } = await import("../lint.ts");
  const read = readCheckout(root, ref);
  if (read === undefined) return {};
  const { branch, commit, commitUrl, placeUrl } = read;
  return {
    checkout: {
      commit,
      ...(branch === undefined ? {} : { branch }),
      ...(commitUrl === undefined ? {} : { commitUrl }),
    },
    ...(placeUrl === undefined ? {} : { placeUrl }),
  };
}

async function showBoard(formats: readonly string[]): Promise<boolean> {
  const loaded = await Promise.all(formats.map(async (format) => reporterLoaders[format]?.()));
  return loaded.some((reporter) => reporter?.shows === "board");
}
