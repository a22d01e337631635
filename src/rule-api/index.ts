/** All that a rule may import. */
export * from "./fixes/append-promoted.ts";
export * from "./fixes/ask-for.ts";
export * from "./queries/answers.ts";
export * from "./queries/changes-since-review.ts";
export * from "./queries/agent-mention-state.ts";
export * from "./queries/citation-state.ts";
export * from "./fixes/correct-word.ts";
export * from "./queries/cycles.ts";
export * from "./define-rule.ts";
export * from "./queries/dependency-state.ts";
export * from "./queries/dependency-steps.ts";
export * from "./queries/entry-changes.ts";
export * from "./queries/entry-keys.ts";
export * from "./queries/entry-moves.ts";
export * from "./queries/entry-words.ts";
export * from "./queries/index-by.ts";
export * from "./fixes/insert-fields.ts";
export * from "./queries/is-hollow.ts";
export * from "./queries/is-cited-place.ts";
export * from "./queries/is-implemented.ts";
export * from "./queries/is-known-name.ts";
export * from "./queries/is-specced.ts";
export * from "./queries/lost-fields.ts";
export * from "./queries/unrecognised-as.ts";
export * from "./queries/mentions-label.ts";
export * from "./fixes/move-entry.ts";
export * from "./fixes/move-notes.ts";
export * from "./fixes/move-to-section.ts";
export * from "./fixes/name-former-title.ts";
export * from "./queries/names-spec.ts";
export * from "./queries/only-nearest.ts";
export * from "./queries/own-status.ts";
export * from "./queries/place-index.ts";
export * from "./queries/place-of.ts";
export * from "./queries/planning-paths.ts";
export * from "./queries/ranked-entries.ts";
export * from "./queries/places-of.ts";
export * from "./queries/priority.ts";
export * from "./fixes/promote-entry.ts";
export * from "./queries/references-within.ts";
export * from "./fixes/relink-unit.ts";
export * from "./fixes/remove-comment.ts";
export * from "./queries/remote-answer.ts";
export * from "./queries/remote-title.ts";
export * from "./fixes/renumber.ts";
export * from "./fixes/replace-text.ts";
export * from "./queries/repository-changes.ts";
export * from "./fixes/restore-entry.ts";
export * from "./fixes/restore-notes.ts";
export * from "./fixes/retarget.ts";
export * from "./fixes/rewrite-path.ts";
export * from "./queries/row-conflicts.ts";
export * from "./queries/row-notes.ts";
export * from "./queries/row-packages.ts";
export * from "./queries/said-status.ts";
export * from "./queries/done-items.ts";
export * from "./queries/own-state.ts";
export * from "./queries/revival-reason.ts";
export * from "./queries/select-next.ts";
export * from "./queries/shared-anchors.ts";
export * from "./fixes/source-lines.ts";
export * from "./queries/suppression-state.ts";
export * from "./queries/supersession-pairs.ts";
export * from "./queries/title-likeness.ts";
export * from "./queries/unit-archives.ts";
export * from "./queries/usual-status.ts";
export * from "./queries/unit-completion.ts";
export * from "./queries/told-elsewhere.ts";
export * from "./queries/unit-phase.ts";
export * from "./queries/unit-relations.ts";
export * from "./queries/wrong-reference.ts";
export { entryKey, entrySlug } from "../core/entry-key.ts";
export { isPlaceholder } from "../core/placeholder.ts";
export type { Base, ClaimsAndFacts } from "../core/audit-model.ts";
export type { GrownEntry } from "../core/baseline.ts";
export type * from "../core/claims/claim.ts";
export { directiveKinds } from "../core/directive.ts";
export { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
export type * from "../core/fact.ts";
export type { Edit, Fix } from "../core/finding.ts";
export type * from "../core/location.ts";
export { startOf } from "../core/location.ts";
export { readsAsQueue } from "../core/reads-as-queue.ts";
export type * from "../core/remote.ts";
export type * from "../core/selection.ts";
export type * from "../core/record.ts";
export type * from "../core/settings.ts";
export type * from "../core/unit.ts";
export type { Answer, Unknown } from "../core/snapshot.ts";
export { dayAfter, daysBefore, isCalendarDay } from "../core/calendar.ts";
export { statedDay } from "../core/stated-day.ts";
export { commandNames, planningRoles } from "../core/settings.ts";
export {
  phaseOf,
  phaseOfStage,
  phasesDiffer,
  statusOf,
  stageOf,
  type Statuses,
  type Status,
  type Stage,
} from "../core/statuses.ts";
export { Phrases } from "../core/phrases.ts";
export { lazily } from "../core/lazily.ts";
export { closest, nearest } from "../core/nearest.ts";
