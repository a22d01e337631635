import { readStatusWords } from "../core/status-words.ts";
import type { Status } from "../core/statuses.ts";

/** What a status may hold beside one word and what explains it: a choice, steps, struck words, a blank. */
const unusual = /[|/~<{[→⇒>]|-{2}|\bor\b|(?:,[^,]*){2}/i;

/**
 * The status that a line states, with the words that explain it: “Shipped (v2)” of “Approved → Shipped (v2)”. Undefined for a template that lists
 * every alternative, and for a blank.
 */
export function statedStatus(written: string | undefined, known: readonly Status[]): string | undefined {
  if (written === undefined || !unusual.test(written)) return written;
  const read = readStatusWords(written, known);
  if (read === undefined) return undefined;
  const lastStep = Math.max(...["→", "⇒", "->", "=>"].map((arrow) => written.lastIndexOf(arrow)));
  const isLast = written.indexOf(read.word, lastStep + 1) !== -1 && read.word !== "";
  const from = written.indexOf(read.word, isLast && !written.startsWith(read.word) ? lastStep + 1 : 0);
  return from === -1 ? read.word : written.slice(from);
}
