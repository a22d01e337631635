// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.
import type { Rule } from "../src/rule-api/index.ts";
import activeAuditOnly from "./active/audit-only.ts";
import activeEmptyClaim from "./active/empty-claim.ts";
import activeExclusive from "./active/exclusive.ts";
import activeFollowUpGap from "./active/follow-up-gap.ts";
import activeNotImplemented from "./active/not-implemented.ts";
import activeNotSpecced from "./active/not-specced.ts";
import activeOverlap from "./active/overlap.ts";
import activeOwnState from "./active/own-state.ts";
import activePriorityOrder from "./active/priority-order.ts";
import activePriorityReserved from "./active/priority-reserved.ts";
import activePriorityVocabulary from "./active/priority-vocabulary.ts";
import activeRemovalRecord from "./active/removal-record.ts";
import activeRequiredFields from "./active/required-fields.ts";
import activeResemblesSpec from "./active/resembles-spec.ts";
import autoprepAgentDocsAgree from "./autoprep/agent-docs-agree.ts";
import autoprepBoundaryStated from "./autoprep/boundary-stated.ts";
import autoprepContradiction from "./autoprep/contradiction.ts";
import autoprepDecisionRecorded from "./autoprep/decision-recorded.ts";
import autoprepExplicitIntent from "./autoprep/explicit-intent.ts";
import autoprepManualLeak from "./autoprep/manual-leak.ts";
import autoprepManualReason from "./autoprep/manual-reason.ts";
import autoprepNextInFlight from "./autoprep/next-in-flight.ts";
import autoprepUniqueNext from "./autoprep/unique-next.ts";
import dependencyCycle from "./dependency/cycle.ts";
import dependencyKnown from "./dependency/known.ts";
import dependencyOrder from "./dependency/order.ts";
import dependencyRetired from "./dependency/retired.ts";
import historyEntryGutted from "./history/entry-gutted.ts";
import historyEntryVanished from "./history/entry-vanished.ts";
import historyFileDeleted from "./history/file-deleted.ts";
import historyIllegalMove from "./history/illegal-move.ts";
import historyMoveNote from "./history/move-note.ts";
import historyReciprocal from "./history/reciprocal.ts";
import historyRenameAlias from "./history/rename-alias.ts";
import historyRevivalReason from "./history/revival-reason.ts";
import historyRowVanished from "./history/row-vanished.ts";
import historySuccessor from "./history/successor.ts";
import historyTargetRewritten from "./history/target-rewritten.ts";
import indexCellsAgree from "./index/cells-agree.ts";
import indexComplete from "./index/complete.ts";
import indexDocumentsAgree from "./index/documents-agree.ts";
import indexParentsAgree from "./index/parents-agree.ts";
import indexProgressAgrees from "./index/progress-agrees.ts";
import indexRowIntact from "./index/row-intact.ts";
import indexRowResolves from "./index/row-resolves.ts";
import indexStatusAgrees from "./index/status-agrees.ts";
import promotionHasTarget from "./promotion/has-target.ts";
import promotionNotesAgree from "./promotion/notes-agree.ts";
import promotionOnce from "./promotion/once.ts";
import promotionSameChange from "./promotion/same-change.ts";
import promotionSlugMatches from "./promotion/slug-matches.ts";
import promotionSpecExists from "./promotion/spec-exists.ts";
import promotionSpecRemoved from "./promotion/spec-removed.ts";
import promotionSpecSubstance from "./promotion/spec-substance.ts";
import promotionTargetShared from "./promotion/target-shared.ts";
import promotionUnledgeredSpec from "./promotion/unledgered-spec.ts";
import referenceAnchorExists from "./reference/anchor-exists.ts";
import referenceBasisExists from "./reference/basis-exists.ts";
import referenceDirectoryShape from "./reference/directory-shape.ts";
import referenceEntryUnique from "./reference/entry-unique.ts";
import referenceHeadingAnchor from "./reference/heading-anchor.ts";
import referenceIssueState from "./reference/issue-state.ts";
import referenceNumberUnique from "./reference/number-unique.ts";
import referenceProsePath from "./reference/prose-path.ts";
import referencePullMerged from "./reference/pull-merged.ts";
import referenceRangeComplete from "./reference/range-complete.ts";
import referenceRenamedTarget from "./reference/renamed-target.ts";
import referenceSpecKnown from "./reference/spec-known.ts";
import reviewBehindRepo from "./review/behind-repo.ts";
import reviewDateBumpOnly from "./review/date-bump-only.ts";
import reviewDateValid from "./review/date-valid.ts";
import reviewTriggerDue from "./review/trigger-due.ts";
import reviewTriggerMet from "./review/trigger-met.ts";
import roadmapCandidatePosture from "./roadmap/candidate-posture.ts";
import roadmapCompetingQueue from "./roadmap/competing-queue.ts";
import roadmapCountClaims from "./roadmap/count-claims.ts";
import roadmapDeferralAnchor from "./roadmap/deferral-anchor.ts";
import roadmapDiagramAgrees from "./roadmap/diagram-agrees.ts";
import roadmapDiscoveryQueued from "./roadmap/discovery-queued.ts";
import roadmapOrphan from "./roadmap/orphan.ts";
import roadmapShippedAsPlanned from "./roadmap/shipped-as-planned.ts";
import scopeConflictMarker from "./scope/conflict-marker.ts";
import scopeDocumentActive from "./scope/document-active.ts";
import scopeInputReadable from "./scope/input-readable.ts";
import scopeNotChecked from "./scope/not-checked.ts";
import scopeNotEmpty from "./scope/not-empty.ts";
import scopeOneQueue from "./scope/one-queue.ts";
import scopeOrphanEntry from "./scope/orphan-entry.ts";
import scopeRequiredSection from "./scope/required-section.ts";
import scopeUnknownSection from "./scope/unknown-section.ts";
import scopeUnparsedReference from "./scope/unparsed-reference.ts";
import scopeUnread from "./scope/unread.ts";
import statusEvidenceResolves from "./status/evidence-resolves.ts";
import statusImplementedTasksOpen from "./status/implemented-tasks-open.ts";
import statusMaturityAgrees from "./status/maturity-agrees.ts";
import statusOpenClarification from "./status/open-clarification.ts";
import statusPackageComplete from "./status/package-complete.ts";
import statusPhantomTask from "./status/phantom-task.ts";
import statusRegression from "./status/regression.ts";
import statusSpeccedNotImplemented from "./status/specced-not-implemented.ts";
import statusTasksCompleteOpen from "./status/tasks-complete-open.ts";
import statusVocabulary from "./status/vocabulary.ts";
import suppressionBaselineGrew from "./suppression/baseline-grew.ts";
import suppressionBaselineStale from "./suppression/baseline-stale.ts";
import suppressionConfigurationWeakened from "./suppression/configuration-weakened.ts";
import suppressionExpired from "./suppression/expired.ts";
import suppressionReason from "./suppression/reason.ts";
import suppressionUnused from "./suppression/unused.ts";
import unitArchivedOpen from "./unit/archived-open.ts";
import unitCompleteNotArchived from "./unit/complete-not-archived.ts";
import unitDeltaApplies from "./unit/delta-applies.ts";
import unitDeltaComplete from "./unit/delta-complete.ts";
import unitDeltaConflict from "./unit/delta-conflict.ts";
import unitFilesCreated from "./unit/files-created.ts";
import unitIdentityAgrees from "./unit/identity-agrees.ts";
import unitStatusAgrees from "./unit/status-agrees.ts";
import unitSupersession from "./unit/supersession.ts";

/** All rules, sorted by id. */
export const rules: readonly Rule[] = [
  { id: "active/audit-only", definition: activeAuditOnly },
  { id: "active/empty-claim", definition: activeEmptyClaim },
  { id: "active/exclusive", definition: activeExclusive },
  { id: "active/follow-up-gap", definition: activeFollowUpGap },
  { id: "active/not-implemented", definition: activeNotImplemented },
  { id: "active/not-specced", definition: activeNotSpecced },
  { id: "active/overlap", definition: activeOverlap },
  { id: "active/own-state", definition: activeOwnState },
  { id: "active/priority-order", definition: activePriorityOrder },
  { id: "active/priority-reserved", definition: activePriorityReserved },
  { id: "active/priority-vocabulary", definition: activePriorityVocabulary },
  { id: "active/removal-record", definition: activeRemovalRecord },
  { id: "active/required-fields", definition: activeRequiredFields },
  { id: "active/resembles-spec", definition: activeResemblesSpec },
  { id: "autoprep/agent-docs-agree", definition: autoprepAgentDocsAgree },
  { id: "autoprep/boundary-stated", definition: autoprepBoundaryStated },
  { id: "autoprep/contradiction", definition: autoprepContradiction },
  { id: "autoprep/decision-recorded", definition: autoprepDecisionRecorded },
  { id: "autoprep/explicit-intent", definition: autoprepExplicitIntent },
  { id: "autoprep/manual-leak", definition: autoprepManualLeak },
  { id: "autoprep/manual-reason", definition: autoprepManualReason },
  { id: "autoprep/next-in-flight", definition: autoprepNextInFlight },
  { id: "autoprep/unique-next", definition: autoprepUniqueNext },
  { id: "dependency/cycle", definition: dependencyCycle },
  { id: "dependency/known", definition: dependencyKnown },
  { id: "dependency/order", definition: dependencyOrder },
  { id: "dependency/retired", definition: dependencyRetired },
  { id: "history/entry-gutted", definition: historyEntryGutted },
  { id: "history/entry-vanished", definition: historyEntryVanished },
  { id: "history/file-deleted", definition: historyFileDeleted },
  { id: "history/illegal-move", definition: historyIllegalMove },
  { id: "history/move-note", definition: historyMoveNote },
  { id: "history/reciprocal", definition: historyReciprocal },
  { id: "history/rename-alias", definition: historyRenameAlias },
  { id: "history/revival-reason", definition: historyRevivalReason },
  { id: "history/row-vanished", definition: historyRowVanished },
  { id: "history/successor", definition: historySuccessor },
  { id: "history/target-rewritten", definition: historyTargetRewritten },
  { id: "index/cells-agree", definition: indexCellsAgree },
  { id: "index/complete", definition: indexComplete },
  { id: "index/documents-agree", definition: indexDocumentsAgree },
  { id: "index/parents-agree", definition: indexParentsAgree },
  { id: "index/progress-agrees", definition: indexProgressAgrees },
  { id: "index/row-intact", definition: indexRowIntact },
  { id: "index/row-resolves", definition: indexRowResolves },
  { id: "index/status-agrees", definition: indexStatusAgrees },
  { id: "promotion/has-target", definition: promotionHasTarget },
  { id: "promotion/notes-agree", definition: promotionNotesAgree },
  { id: "promotion/once", definition: promotionOnce },
  { id: "promotion/same-change", definition: promotionSameChange },
  { id: "promotion/slug-matches", definition: promotionSlugMatches },
  { id: "promotion/spec-exists", definition: promotionSpecExists },
  { id: "promotion/spec-removed", definition: promotionSpecRemoved },
  { id: "promotion/spec-substance", definition: promotionSpecSubstance },
  { id: "promotion/target-shared", definition: promotionTargetShared },
  { id: "promotion/unledgered-spec", definition: promotionUnledgeredSpec },
  { id: "reference/anchor-exists", definition: referenceAnchorExists },
  { id: "reference/basis-exists", definition: referenceBasisExists },
  { id: "reference/directory-shape", definition: referenceDirectoryShape },
  { id: "reference/entry-unique", definition: referenceEntryUnique },
  { id: "reference/heading-anchor", definition: referenceHeadingAnchor },
  { id: "reference/issue-state", definition: referenceIssueState },
  { id: "reference/number-unique", definition: referenceNumberUnique },
  { id: "reference/prose-path", definition: referenceProsePath },
  { id: "reference/pull-merged", definition: referencePullMerged },
  { id: "reference/range-complete", definition: referenceRangeComplete },
  { id: "reference/renamed-target", definition: referenceRenamedTarget },
  { id: "reference/spec-known", definition: referenceSpecKnown },
  { id: "review/behind-repo", definition: reviewBehindRepo },
  { id: "review/date-bump-only", definition: reviewDateBumpOnly },
  { id: "review/date-valid", definition: reviewDateValid },
  { id: "review/trigger-due", definition: reviewTriggerDue },
  { id: "review/trigger-met", definition: reviewTriggerMet },
  { id: "roadmap/candidate-posture", definition: roadmapCandidatePosture },
  { id: "roadmap/competing-queue", definition: roadmapCompetingQueue },
  { id: "roadmap/count-claims", definition: roadmapCountClaims },
  { id: "roadmap/deferral-anchor", definition: roadmapDeferralAnchor },
  { id: "roadmap/diagram-agrees", definition: roadmapDiagramAgrees },
  { id: "roadmap/discovery-queued", definition: roadmapDiscoveryQueued },
  { id: "roadmap/orphan", definition: roadmapOrphan },
  { id: "roadmap/shipped-as-planned", definition: roadmapShippedAsPlanned },
  { id: "scope/conflict-marker", definition: scopeConflictMarker },
  { id: "scope/document-active", definition: scopeDocumentActive },
  { id: "scope/input-readable", definition: scopeInputReadable },
  { id: "scope/not-checked", definition: scopeNotChecked },
  { id: "scope/not-empty", definition: scopeNotEmpty },
  { id: "scope/one-queue", definition: scopeOneQueue },
  { id: "scope/orphan-entry", definition: scopeOrphanEntry },
  { id: "scope/required-section", definition: scopeRequiredSection },
  { id: "scope/unknown-section", definition: scopeUnknownSection },
  { id: "scope/unparsed-reference", definition: scopeUnparsedReference },
  { id: "scope/unread", definition: scopeUnread },
  { id: "status/evidence-resolves", definition: statusEvidenceResolves },
  { id: "status/implemented-tasks-open", definition: statusImplementedTasksOpen },
  { id: "status/maturity-agrees", definition: statusMaturityAgrees },
  { id: "status/open-clarification", definition: statusOpenClarification },
  { id: "status/package-complete", definition: statusPackageComplete },
  { id: "status/phantom-task", definition: statusPhantomTask },
  { id: "status/regression", definition: statusRegression },
  { id: "status/specced-not-implemented", definition: statusSpeccedNotImplemented },
  { id: "status/tasks-complete-open", definition: statusTasksCompleteOpen },
  { id: "status/vocabulary", definition: statusVocabulary },
  { id: "suppression/baseline-grew", definition: suppressionBaselineGrew },
  { id: "suppression/baseline-stale", definition: suppressionBaselineStale },
  { id: "suppression/configuration-weakened", definition: suppressionConfigurationWeakened },
  { id: "suppression/expired", definition: suppressionExpired },
  { id: "suppression/reason", definition: suppressionReason },
  { id: "suppression/unused", definition: suppressionUnused },
  { id: "unit/archived-open", definition: unitArchivedOpen },
  { id: "unit/complete-not-archived", definition: unitCompleteNotArchived },
  { id: "unit/delta-applies", definition: unitDeltaApplies },
  { id: "unit/delta-complete", definition: unitDeltaComplete },
  { id: "unit/delta-conflict", definition: unitDeltaConflict },
  { id: "unit/files-created", definition: unitFilesCreated },
  { id: "unit/identity-agrees", definition: unitIdentityAgrees },
  { id: "unit/status-agrees", definition: unitStatusAgrees },
  { id: "unit/supersession", definition: unitSupersession },
];
