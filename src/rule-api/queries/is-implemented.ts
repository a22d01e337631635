import { stageOf } from "../../core/ladder.ts";
import type { Settings } from "../../core/settings.ts";

/** A status begins with its word. Of one that is pages long, and that every dependency asks for, only the beginning is looked at; in UTF-16 code units. */
const longest = 400;

/** Statuses that were looked up before, by ladder: the same few stand in every row, and many rules ask for them. What is longer is prose. */
const answers = new WeakMap<Settings["ladder"], Map<string, boolean>>();
const longestKnown = 60;
const mostKnown = 10_000;

/**
 * Whether a status says that the thing exists in the product: by the built-in ladder “implemented but not productized”
 * does, “not implemented”, “partially implemented” and “foundation-only” do not.
 */
export function isImplemented(status: string, { ladder }: Pick<Settings, "ladder">): boolean {
  if (status.length > longestKnown) return saysImplemented(status, ladder);
  const known = answers.get(ladder) ?? new Map<string, boolean>();
  const found = known.get(status);
  if (found !== undefined) return found;
  const answer = saysImplemented(status, ladder);
  if (known.size < mostKnown) answers.set(ladder, known.set(status, answer));
  return answer;
}

function saysImplemented(status: string, ladder: Settings["ladder"]): boolean {
  const words = status.length > longest ? status.slice(0, longest) : status;
  return stageOf(/[`*_]/.test(words) ? words.replace(/[`*_]/g, "") : words, ladder) === "implemented";
}
