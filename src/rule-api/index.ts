/** All that a rule may import. */
export * from "./define-rule.ts";
export * from "./is-implemented.ts";
export * from "./is-specced.ts";
export * from "./priority.ts";
export * from "./row-packages.ts";
export * from "./select-next.ts";
export { entryKey, entrySlug } from "../core/entry-key.ts";
export type * from "../core/claim.ts";
export type * from "../core/fact.ts";
export type * from "../core/location.ts";
export type * from "../core/selection.ts";
export type * from "../core/settings.ts";
export { commandNames } from "../core/settings.ts";
export { phaseOf, rungOf, stageOf, type Ladder, type Rung, type Stage } from "../core/ladder.ts";
export { nearest } from "../core/nearest.ts";
