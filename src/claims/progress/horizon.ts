import type { Horizon } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";

/** Headings that are a horizon and nothing else; prose under "Current architecture" is none. */
const horizons: Readonly<Record<Horizon, RegExp>> = {
  now: /^(?:now|doing|in progress|in flight|active|active (?:and )?near term|near term|current|current (?:work|quarter|sprint|release|focus|cycle|milestone)|this (?:quarter|sprint|release|month|cycle)|jetzt|maintenant|ahora)$/,
  next: /^(?:next|up next|next up|upcoming|soon|planned|next (?:quarter|sprint|release|month|cycle)|als nächstes|ensuite|siguiente|después)$/,
  later: /^(?:later|future|someday|mid term|long term|beyond|später|plus tard|más tarde)$/,
  done: /^(?:done|shipped|completed|delivered|released|release history|history|erledigt|fertig|terminé|hecho)$/,
};

/** The horizon that a heading names, undefined when it names none. "Now (Q4)" and "1. Next" name one. */
export function horizonOf(heading: string): Horizon | undefined {
  const key = entryKey(heading.replace(/\([^()]*\)/g, " ").replace(/^[\d.\s]+/, ""));
  return (Object.keys(horizons) as Horizon[]).find((horizon) => horizons[horizon].test(key));
}
