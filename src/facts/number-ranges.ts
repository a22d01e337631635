import type { DeclarationWords } from "../core/declaration.ts";

/** Numbers of specs from one to another, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Between the numbers of a list: “, ”, “ and ”, “ & ”. */
const listed = /^[,;/&\s]*(?:\p{L}{1,3}\s)?$/u;

/**
 * The numbers of specs that a sentence names: “041 to 043 and 050”, “up to 012”, “Specs 7, 8 and 9”. Fewer than three digits count only after a word or mark
 * for a number; years, dates, versions and percentages do not.
 */
export function readNumbers(text: string, words: DeclarationWords): NumberRange[] {
  const found: NumberRange[] = [];
  let end = -1;
  for (const match of text.matchAll(patternOf(words))) {
    const isListed = end !== -1 && listed.test(text.slice(end, match.index));
    const range = rangeOf(match, isListed);
    if (range === undefined) continue;
    end = match.index + match[0].length;
    found.push(range);
  }
  return found;
}

/** Undefined for a year, and for a short number that is neither named nor goes on with a list. */
function rangeOf([, before, named, first = "", last]: RegExpExecArray, isListed: boolean): NumberRange | undefined {
  const isNamed = named !== undefined || before !== undefined || first.length >= 3;
  if (/^(?:19|20)\d\d$/.test(first) || (!isNamed && !isListed)) return undefined;
  const from = Number(first);
  if (last !== undefined) return { from, to: Math.max(from, Number(last)) };
  return { from: before === undefined ? from : 0, to: from };
}

function patternOf({ ranges, upTo, subjects }: DeclarationWords): RegExp {
  const names = alternatives([...(subjects["unit"] ?? []), ...(subjects["number"] ?? [])]);
  const between = String.raw`\s*(?:-|–|—|\.{2,3}|…|~|〜|${alternatives(ranges)})\s*#?`;
  return new RegExp(
    String.raw`(?:\b(${alternatives(upTo)})\s+)?((?:${names})\s*#?|#|\bn[or]\.?\s)?(?<![\d.,/-])(\d{1,4})(?![\d%]|[.,/]\d)(?:${between}(\d{1,4})(?![\d.]))?`,
    "giu",
  );
}

function alternatives(words: readonly string[]): string {
  // The longest first: “specs” is not “spec” and an s.
  return (
    [...words]
      .sort((one, other) => other.length - one.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|") || "(?!)"
  );
}
