import type { Horizon } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import { horizonWords, undatedLane } from "./horizon-words.ts";

const horizonByKey: ReadonlyMap<string, Horizon> = new Map(
  (Object.keys(horizonWords) as Horizon[]).flatMap((horizon) =>
    horizonWords[horizon].map((word) => [entryKey(word), horizon] as const),
  ),
);

/** The horizon that a heading names, undefined when it names none. "Now (Q4)", "1. Next" and "🚧 In progress" name one. */
export function horizonOf(heading: string): Horizon | undefined {
  return horizonByKey.get(laneKey(heading));
}

/** Whether a heading is a lane of the roadmap: a horizon, or a phase, version or quarter. */
export function isLane(heading: string): boolean {
  const key = laneKey(heading);
  return (
    horizonByKey.has(key) || undatedLane.test(key) || undatedLane.test(entryKey(heading.split(/[:—–]/, 1)[0] ?? ""))
  );
}

function laneKey(heading: string): string {
  const bare = heading.replace(/\([^()]*\)/g, " ");
  return entryKey(/^\s*\d+(?:\.\d+)+\s*$/.test(bare) ? bare : bare.replace(/^[\d.\s]+(?=\p{L})/u, ""));
}
