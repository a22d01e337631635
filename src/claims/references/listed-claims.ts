import type { Claim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import type { ListedSpec } from "./listed-specs.ts";

interface ListPlace {
  readonly document: Document;
  /** Which list it is: the key of its label or row. */
  readonly scope: string;
  readonly quote: string;
}

/** What one part of a list of specs claims, in as far as it is not a reference in any other text, too. */
export function listedClaims(one: ListedSpec, { document, scope, quote }: ListPlace): Claim[] {
  if (one.isMention) return [];
  const { target, range, text, location } = one;
  const base = { document: document.role, text, location, quote } as const;
  if (target !== undefined)
    return [{ kind: "spec-reference", ...base, identity: `${scope}/spec ${target.spec}`, target, entry: undefined }];
  if (range === undefined) return [];
  if (range.from < range.to)
    return [{ kind: "range", ...base, identity: `${scope}/specs ${range.from}-${range.to}`, ...range }];
  return [{ kind: "unparsed-reference", ...base, identity: `${scope}/${text}`, reason: "the range runs backwards" }];
}
