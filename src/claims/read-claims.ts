import type { Claim, Claims } from "../core/claims/claim.ts";
import type { Document } from "../core/document.ts";
import { lazily } from "../core/lazily.ts";
import type { Settings } from "../core/settings.ts";
import { indexClaims } from "./claim-index.ts";
import { readingOf } from "./document-reading.ts";
import { inputClaims } from "./input-claims.ts";
import { readers } from "./readers.ts";
import { remoteClaims } from "./references/remote-claims.ts";

/** Reads every claim of the documents. `claimsOf` gives those of one. Pure; never throws. */
export function readClaims(
  documents: readonly Document[],
  settings: Settings,
  claimsOf: typeof documentClaims = documentClaims,
): Claims {
  const remote = lazily(() =>
    documents.flatMap((document) =>
      remoteClaims(document, () => claimsOf(document, settings).filter((claim) => claim.kind === "candidate")),
    ),
  );
  const inputs: readonly Claim[] = inputClaims(settings);
  return indexClaims(inputs.concat(...documents.map((document) => claimsOf(document, settings))), {
    merge: () => remote().filter((claim) => claim.kind === "merge"),
    "issue-state": () => remote().filter((claim) => claim.kind === "issue-state"),
  });
}

/** The claims of one document, reader by reader. */
export function documentClaims(document: Document, settings: Settings): readonly Claim[] {
  const reading = readingOf(document, settings);
  return readers[document.role].flatMap((read) => read(reading));
}
