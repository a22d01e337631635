/** All that a rule may import. */
export * from "./cycles.ts";
export * from "./define-rule.ts";
export * from "./dependency-state.ts";
export * from "./entry-keys.ts";
export * from "./is-implemented.ts";
export * from "./is-specced.ts";
export * from "./priority.ts";
export * from "./select-next.ts";
export * from "./title-likeness.ts";
export { entryKey, entrySlug } from "../core/entry-key.ts";
export type * from "../core/claim.ts";
export type * from "../core/fact.ts";
export type * from "../core/location.ts";
export type * from "../core/selection.ts";
export type * from "../core/settings.ts";
export { dayAfter, isCalendarDay } from "../core/calendar.ts";
export { commandNames } from "../core/settings.ts";
export { nearest } from "../core/nearest.ts";
