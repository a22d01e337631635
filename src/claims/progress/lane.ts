import type { Lane } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";

/** Headings that are a lane and nothing else; prose under "Current architecture" is none. */
const lanes: Readonly<Record<Lane, RegExp>> = {
  now: /^(?:now|doing|in progress|in flight|active|active (?:and )?near term|near term|current|current (?:work|quarter|sprint|release|focus|cycle|milestone)|this (?:quarter|sprint|release|month|cycle)|jetzt|maintenant|ahora)$/,
  next: /^(?:next|up next|next up|upcoming|soon|planned|next (?:quarter|sprint|release|month|cycle)|als nächstes|ensuite|siguiente|después)$/,
  later: /^(?:later|future|someday|mid term|long term|beyond|später|plus tard|más tarde)$/,
  done: /^(?:done|shipped|completed|delivered|released|release history|history|erledigt|fertig|terminé|hecho)$/,
};

/** The lane that a heading names, undefined when it names none. "Now (Q4)" and "1. Next" name one. */
export function laneOf(heading: string): Lane | undefined {
  const key = entryKey(heading.replace(/\([^()]*\)/g, " ").replace(/^[\d.\s]+/, ""));
  return (Object.keys(lanes) as Lane[]).find((lane) => lanes[lane].test(key));
}
