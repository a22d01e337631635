import type { AuditModel } from "./audit-model.ts";

/**
 * Whether a tree has a queue: one that is configured or has a name of its own, or a backlog with a section that has a role. A backlog that
 * is kept in another way is not judged as if it were ours.
 */
export function readsAsQueue({ settings, claims }: Pick<AuditModel, "settings" | "claims">): boolean {
  if (settings.queue === undefined) return false;
  return (
    settings.queue.isGuess !== true ||
    claims.of("section").some((section) => section.role !== undefined && section.role !== "prose")
  );
}
