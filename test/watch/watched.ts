import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import type { AuditReport } from "../../src/core/finding.ts";
import { lint } from "../../src/lint.ts";
import type { WatchSystem } from "../../src/source/watch/watch-paths.ts";
import { watch } from "../../src/watch/watch.ts";
import type { Repository } from "../source/git-repository.ts";

/** A watch of a repository, with all that it told. */
export interface Watched {
  readonly reports: AuditReport[];
  readonly failures: unknown[];
  /** Waits until the last report is what an audit finds now. */
  settle(): Promise<void>;
}

/** Watches it until the test ends. */
export async function watched(repository: Repository, system?: WatchSystem): Promise<Watched> {
  const reports: AuditReport[] = [];
  const failures: unknown[] = [];
  const end = new AbortController();
  const done = watch(
    { root: repository.root, ...(system === undefined ? {} : { system }) },
    { audited: (report) => void reports.push(report), failed: (error) => void failures.push(error) },
    end.signal,
  );
  onTestFinished(async () => {
    end.abort();
    await done;
  });
  while (reports.length === 0) await Promise.race([setTimeout(20), done]);
  const settle = async (): Promise<void> => {
    const expected = plain(await lint({ root: repository.root }));
    await expect.poll(() => plain(reports.at(-1)), { timeout: 8000, interval: 20 }).toEqual(expected);
  };
  // The first audit is told before the watch begins.
  await setTimeout(300);
  return { reports, failures, settle };
}

const plain = (report: AuditReport | undefined): unknown => JSON.parse(JSON.stringify(report ?? null));
