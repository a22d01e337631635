import { parentPort, workerData } from "node:worker_threads";
import { auditCommits, openWalk, planned, type OpenedWalk, type ReplayOptions } from "./audit-commits.ts";

/** What a thread is given that audits the later part of a walk. */
export interface WorkerTask {
  readonly options: ReplayOptions;
  readonly every: boolean;
  readonly range: OpenedWalk["range"];
}

const { options, every, range } = workerData as WorkerTask;
parentPort?.postMessage(auditCommits(await openWalk(options, { followed: planned, every, range })));
