import type { Settings } from "../../core/settings.ts";

/** The paths of queue, roadmap, ledger and inbox, without those that the repository does not have. */
export function planningPaths({
  queue,
  roadmap,
  ledger,
  inbox,
}: Pick<Settings, "queue" | "roadmap" | "ledger" | "inbox">): string[] {
  return [queue, roadmap, ledger, inbox].flatMap((input) => (input === undefined ? [] : [input.path]));
}
