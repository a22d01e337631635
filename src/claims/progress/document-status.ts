import type { DocumentStatusClaim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import { identityRole } from "../identity-role.ts";

/** The status that a document gives itself. Only its header is read: a status further down is about something else. */
export function documentStatuses({ header, role, path }: Document): DocumentStatusClaim[] {
  return header
    .filter((field) => field.key === "status" || field.key === "document status")
    .map((field) => ({
      kind: "document-status",
      document: role,
      identity: `status of ${identityRole(role)}`,
      text: `${field.label}: ${field.value.plain}`,
      location: field.location,
      path,
      status: field.value.plain,
    }));
}
