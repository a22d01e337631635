import type { ReviewDateClaim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { identityRole } from "../identity-role.ts";

/** The dates on which a planning document says that it was reviewed. Only its header is read: further down a date is about something else. */
export function reviewDates(document: Document, settings: Pick<Settings, "fields">): ReviewDateClaim[] {
  // The whole label: "Reviewed by" names a person. Front matter writes last_reviewed.
  const labels = new Set(settings.fields.review.map(entryKey));
  return document.header
    .filter((field) => labels.has(entryKey(field.key.replaceAll("_", " "))))
    .map((field) => ({
      kind: "review-date",
      document: document.role,
      identity: `${field.key} of ${identityRole(document.role)}`,
      text: `${field.label}: ${field.value.plain}`.trim(),
      location: field.location,
      path: document.path,
      label: field.label,
      value: field.value.plain,
    }));
}
