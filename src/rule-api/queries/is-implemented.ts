import { stageOf } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";

/** A status begins with its word. Of one that is pages long, and that every dependency asks for, only the beginning is looked at; in UTF-16 code units. */
const longest = 400;

/** Statuses that were looked up before, by the list of statuses: the same few stand in every row, and many rules ask for them. What is longer is prose. */
const answers = new WeakMap<Settings["statuses"], Map<string, boolean>>();
const longestKnown = 60;
const mostKnown = 10_000;

/**
 * Whether a status says that the thing exists in the product: by the built-in statuses “implemented but not productized”
 * does, “not implemented”, “partially implemented” and “foundation-only” do not.
 */
export function isImplemented(status: string, { statuses }: Pick<Settings, "statuses">): boolean {
  if (status.length > longestKnown) return saysImplemented(status, statuses);
  const known = answers.get(statuses) ?? new Map<string, boolean>();
  const found = known.get(status);
  if (found !== undefined) return found;
  const answer = saysImplemented(status, statuses);
  if (known.size < mostKnown) answers.set(statuses, known.set(status, answer));
  return answer;
}

function saysImplemented(status: string, statuses: Settings["statuses"]): boolean {
  const words = status.length > longest ? status.slice(0, longest) : status;
  return stageOf(/[`*_]/.test(words) ? words.replace(/[`*_]/g, "") : words, statuses) === "implemented";
}
