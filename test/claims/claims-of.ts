import { readClaims } from "../../src/claims/read-claims.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { ClaimKind, ClaimOf } from "../../src/core/claims/claim.ts";
import type { DocumentRole } from "../../src/core/document.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const path = "docs/product/spec-candidates.md";
const settings = resolveConfig(
  {},
  { snapshot: memorySnapshot({ [path]: "", "specs/001-a/spec.md": "" }), rules: [] },
).settings;

/** The claims of one kind that a document makes, with the default configuration. */
export function claimsOf<Kind extends ClaimKind>(
  kind: Kind,
  text: string,
  role: DocumentRole = "queue",
): readonly ClaimOf<Kind>[] {
  return readClaims([parseDocument(text, { path, role })], settings).of(kind);
}
