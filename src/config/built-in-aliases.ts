import type { SectionRole } from "../core/claim.ts";
import type { FieldName } from "../core/settings.ts";

/**
 * Headings that name a section without any configuration. "Done", "Shipped" and "Completed" are left out on purpose: what
 * is done is not what was promoted to a spec, and only the team knows which of the two its heading means.
 */
export const builtInSections: Readonly<Record<SectionRole, readonly string[]>> = {
  active: ["Active Candidate Queue", "Active Candidates", "Active Queue", "Active", "Candidate Queue", "Open Candidates", "Up Next"],
  manual: ["Promotable Candidate Backlog", "Manual Promotion Only", "Manual Backlog", "Manual", "Promotable"],
  deferred: ["Deferred", "Parked", "On Hold", "Icebox", "Later"],
  promoted: ["Promoted to Spec", "Promoted", "Specced"],
  superseded: ["Superseded", "Removed", "Rejected", "Withdrawn", "Closed Without Spec"],
  // No word here that may also begin the heading of a list of candidates, such as "Review" or "Background".
  prose: [
    "Candidate Rules", "Rules", "Queue Rules", "Current Source-Of-Truth Boundary", "Source of Truth", "Boundary", "Boundaries",
    "Purpose", "About", "Overview", "Introduction", "Scope", "Status Model", "Status Legend", "How to use", "How this works",
    "How it works", "Usage", "Conventions", "Legend", "Process", "Notes", "Contents", "Table of Contents", "References",
    "Related Documents", "Glossary", "Terminology", "Definitions", "Change Log", "Changelog", "Revision History", "Maintenance",
    "Principles", "Guidelines", "Priority Model", "Selection Rules", "Promotion Rules", "Entry Template", "Appendix",
  ],
};

/** Labels that name a known field, in lower case. A label that begins with one of them at a word boundary names it too. */
export const builtInFields: Readonly<Record<FieldName, readonly string[]>> = {
  priority: ["priority", "prio", "rank"],
  anchors: ["anchors", "anchor", "repo anchors", "evidence", "files", "paths"],
  reason: [
    "reason", "reasons", "rationale", "why", "why manual promotion only", "why manual", "why deferred", "why parked", "why superseded",
    "why removed",
  ],
  status: ["status", "state", "candidate decision", "decision"],
  dependencies: ["depends on", "dependencies", "dependency", "blocked by", "requires", "prerequisites"],
  basis: ["basis", "sources", "source of truth", "based on"],
  boundary: ["boundary", "queue boundary", "auto-prep boundary"],
  intent: ["auto-prep", "auto prep", "autoprep", "do not auto-prep", "automatic", "selection"],
  gap: ["gap", "remaining gap", "open gap", "narrower gap", "repo truth", "follow-up", "what remains", "remaining"],
  review: ["last reviewed", "last reviewed on", "last review", "reviewed", "reviewed on", "review date", "last updated", "last updated on"],
};
