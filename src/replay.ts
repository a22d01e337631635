import { rules } from "../rules/index.ts";
import { auditCommits, factRules, openWalk, planned, type OpenedWalk, type ReplayOptions } from "./audit-commits.ts";
import { buildModel } from "./build-model.ts";
import type { AuditModel } from "./core/audit-model.ts";
import { UsageError } from "./core/errors.ts";
import { EntryLives, type EntryLife } from "./engine/entry-lives.ts";
import { runRules } from "./engine/run-rules.ts";
import { Timeline, type BlamedFinding } from "./engine/timeline.ts";
import { movedInputs, type InputPaths } from "./engine/moved-inputs.ts";
import { report } from "./lint.ts";
import { isBareRepository } from "./source/git/bare-repository.ts";
import { findRoot } from "./source/find-root.ts";

/** What commands that walk the history have in common. */
export type FinishedWalk = Pick<OpenedWalk, "opened" | "gap">;

/**
 * Audits each commit that touched a planning document or a spec directory, along the first parents, by the configuration of today and by the rules
 * that need neither a base nor the history. Rejects with a `UsageError` for bad refs and without a repository.
 */
export async function replay(options: ReplayOptions): Promise<FinishedWalk & { readonly timeline: Timeline }> {
  return audits(ofLastCommit(options), { every: false });
}

/** For each present finding the commit in which claim and fact first disagreed: also one that touched neither planning documents nor specs. */
export async function blame(
  options: ReplayOptions,
): Promise<FinishedWalk & { readonly blamed: readonly BlamedFinding[] }> {
  const { opened, gap, timeline } = await audits(options, { every: true });
  const { findings } = report({ ...opened, config: { ...opened.config, rules: factRules(opened) } });
  return { opened, gap, blamed: timeline.blame(findings.filter((finding) => !finding.suppressed)) };
}

async function audits(
  options: ReplayOptions,
  { every }: { readonly every: boolean },
): Promise<FinishedWalk & { readonly timeline: Timeline }> {
  const walk = await openWalk(options, { followed: planned, every });
  const timeline = new Timeline();
  let inputs: InputPaths | undefined;
  let count = 0;
  for (const { inputs: own, ...step } of auditCommits(walk)) {
    options.onCommit?.(step.commit.date, ++count);
    // What was there before the first commit is none of its doing.
    if (inputs === undefined && walk.start !== undefined) timeline.begin(step);
    else timeline.add({ ...step, ...(inputs === undefined ? {} : { moved: movedInputs(inputs, own) }) });
    inputs = own;
  }
  return { opened: walk.opened, gap: walk.gap, timeline };
}

/** The lives of all entries of the queue. */
export async function entryLives(
  options: ReplayOptions,
): Promise<FinishedWalk & { readonly lives: readonly EntryLife[] }> {
  const walk = await openWalk(ofLastCommit(options), {
    followed: ({ queue }) => ({ files: queue === undefined ? [] : [queue.path], directories: [], names: [] }),
    every: false,
  });
  const lives = new EntryLives();
  const start = walk.start?.snapshot;
  let before = start === undefined ? undefined : buildModel(start, walk.opened.settingsFor(start), walk.cache);
  if (before !== undefined) lives.begin(before);
  for (const { snapshot, id, date, author, subject } of walk.trees) {
    const model = buildModel(snapshot, walk.opened.settingsFor(snapshot), walk.cache);
    lives.add({
      commit: { id, date, author, subject },
      model,
      gutted: before === undefined ? [] : guttedIn(model, before),
    });
    before = model;
  }
  return { opened: walk.opened, gap: walk.gap, lives: lives.all };
}

/** A bare repository has no work tree to take the configuration from; the walk ends with its last commit in any case. */
function ofLastCommit(options: ReplayOptions): ReplayOptions {
  const { ref, cwd = process.cwd(), root } = options;
  return ref === undefined && isBareRepository(findRoot(cwd, root)) ? { ...options, ref: "HEAD" } : options;
}

/** What the rule says about entries that lost most of what they said. */
function guttedIn(model: AuditModel, before: AuditModel): { path: string; line: number }[] {
  const rule = rules.find(({ id }) => id === "history/entry-gutted");
  if (rule === undefined) return [];
  const { id, definition } = rule;
  const base = {
    kind: "known",
    value: { name: "the commit before", commit: "", model: before, subtracted: false },
  } as const;
  const { findings } = runRules(
    [{ id, definition, severity: "warning", options: definition.options.parse({}) }],
    model,
    { base },
  );
  return findings.map(({ path, line }) => ({ path, line }));
}

/** The life that a name means. Throws a `UsageError`, with the nearest title, when no commit has such an entry. */
export function livesNamed(
  lives: readonly EntryLife[],
  key: string,
  nearest: (key: string, keys: readonly string[]) => string | undefined,
): EntryLife[] {
  const found = lives.filter(({ keys }) => keys.includes(key));
  if (found.length > 0) return found;
  const close = nearest(
    key,
    lives.flatMap(({ keys }) => keys),
  );
  const title = lives.find(({ keys }) => close !== undefined && keys.includes(close))?.title;
  throw new UsageError(
    "No commit of the history has an entry of this title.",
    title === undefined ? "Run “queue-lint history” for all of them." : `The nearest is “${title}”.`,
  );
}
