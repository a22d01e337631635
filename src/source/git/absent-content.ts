import { AbsentContentError } from "../../core/errors.ts";
import { isPartialClone } from "./run-git.ts";

/** Why a content that git lists is not there. Whether the clone leaves some out on purpose is asked only then. */
export function absentContent(directory: string, place = directory): AbsentContentError {
  return new AbsentContentError(isPartialClone(directory) ? "partial" : "damaged", place);
}
