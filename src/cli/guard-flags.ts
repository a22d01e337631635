import type { HookName } from "../guard/hooks/hook-answer.ts";
import type { Moment } from "../guard/verdict.ts";

/** The flags of the guard, beside those of `OpenFlags`. */
export interface GuardFlags {
  readonly on?: Moment;
  readonly hook?: HookName;
  readonly json?: boolean;
}
