import type { WatchListener } from "./watch-listener.ts";
import { WatchSession, type WatchOptions } from "./watch-session.ts";

/**
 * Audits a work tree, and again after each change of what the audit looked at, until the signal is aborted. Only what changed is read again. Rejects with a
 * `UsageError` when the first audit is not possible.
 */
export async function watch(options: WatchOptions, listener: WatchListener, signal: AbortSignal): Promise<void> {
  const session = new WatchSession(options, listener);
  await session.start();
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await session.close();
}
