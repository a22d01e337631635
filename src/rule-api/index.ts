/** All that a rule may import. */
export * from "./define-rule.ts";
export type * from "../core/settings.ts";
export type * from "../core/claim.ts";
export type * from "../core/fact.ts";
export type * from "../core/location.ts";
export { entryKey, entrySlug } from "../core/entry-key.ts";
