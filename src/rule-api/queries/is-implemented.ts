import { stageOf } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";

/** A status begins with its word. Of one that is pages long, and that every dependency asks for, only the beginning is looked at; in UTF-16 code units. */
const longest = 400;

/**
 * Whether a status says that the thing exists in the product: by the built-in statuses “implemented but not productized”
 * does, “not implemented”, “partially implemented” and “foundation-only” do not.
 */
export function isImplemented(status: string, { statuses }: Pick<Settings, "statuses">): boolean {
  const words = status.length > longest ? status.slice(0, longest) : status;
  return stageOf(/[`*_]/.test(words) ? words.replace(/[`*_]/g, "") : words, statuses) === "implemented";
}
