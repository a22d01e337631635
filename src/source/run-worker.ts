import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * The one message of a thread. Undefined, at once, where there is no program for it (in the sources, which only the bundle turns into one) or no second processor; rejects when the
 * thread fails.
 */
export function runWorker(program: URL, workerData: unknown): Promise<unknown> | undefined {
  if (availableParallelism() < 2 || !existsSync(program)) return undefined;
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData, stdin: false });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended without an answer")));
  });
}
