import type { PathClaim, SpecReferenceClaim } from "../../core/claims/claim.ts";
import type { Location } from "../../core/location.ts";
import { placeIndex } from "./place-index.ts";

type Stretch = Pick<Location, "path" | "offset" | "endOffset">;

const references = placeIndex((claim: SpecReferenceClaim) => claim.location);
const paths = placeIndex((claim: PathClaim) => claim.location);

/** The references to specs inside a stretch of a file, in its order. */
export function referencesWithin(all: readonly SpecReferenceClaim[], stretch: Stretch): readonly SpecReferenceClaim[] {
  return references.within(all, stretch);
}

/** The paths that are cited inside a stretch of a file, in its order. */
export function pathsWithin(all: readonly PathClaim[], stretch: Stretch): readonly PathClaim[] {
  return paths.within(all, stretch);
}
