import { isCalendarDay, isoDate, lastDayOf } from "../../core/calendar.ts";

/** A day, month, quarter, half or year named in a text. Offsets count in the text. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** Its last day, an ISO 8601 date. */
  readonly lastDay: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\.?`;
const year = String.raw`(20\d{2})`;

/** Every form with what it means; the first that fits at a place wins. A quarter without a year is ambiguous, and so is 1/2/2026. */
const forms: readonly (readonly [RegExp, (groups: readonly string[]) => string])[] = [
  [new RegExp(String.raw`\b${year}-(\d{2})-(\d{2})(?!\d)`, "g"), ([y = "", m = "", d = ""]) => `${y}-${m}-${d}`],
  [new RegExp(String.raw`\b${year}-(\d{2})(?![\d-])`, "g"), ([y, m]) => endOfMonth(Number(y), Number(m))],
  [new RegExp(String.raw`\bQ([1-4])[\s/-]{0,3}${year}\b`, "gi"), ([q, y]) => lastDayOf(Number(y), Number(q) * 3)],
  [new RegExp(String.raw`\b${year}[\s/-]{0,3}Q([1-4])\b`, "gi"), ([y, q]) => lastDayOf(Number(y), Number(q) * 3)],
  [new RegExp(String.raw`\bH([12])[\s/-]{0,3}${year}\b`, "gi"), ([h, y]) => lastDayOf(Number(y), Number(h) * 6)],
  [new RegExp(String.raw`\b${year}[\s/-]{0,3}H([12])\b`, "gi"), ([y, h]) => lastDayOf(Number(y), Number(h) * 6)],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+${monthName}\s+${year}\b`, "gi"),
    ([d, m, y]) => isoDate(Number(y), monthOf(m), Number(d)),
  ],
  [
    new RegExp(String.raw`\b${monthName}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${year}\b`, "gi"),
    ([m, d, y]) => isoDate(Number(y), monthOf(m), Number(d)),
  ],
  [new RegExp(String.raw`\b${monthName}\s+${year}\b`, "gi"), ([m, y]) => lastDayOf(Number(y), monthOf(m))],
  // Not "the 2025 limits": a year alone is a period only where the words pause.
  [
    new RegExp(
      String.raw`(?<![\d./-])${year}\b(?=[\s)*_]*(?:$|[.,;:()—–]|or\b|and\b|at the earliest))(?![-/.]\d)`,
      "g",
    ),
    ([y]) => lastDayOf(Number(y), 12),
  ],
];

/** The periods of a text in its order. Days that no calendar has are left out. */
export function periodsIn(text: string): Period[] {
  // Each of the forms has a year.
  if (!/20\d\d/.test(text)) return [];
  const found: Period[] = [];
  for (const [form, lastDay] of forms) {
    for (const match of text.matchAll(form)) {
      const period = { start: match.index, end: match.index + match[0].length, lastDay: lastDay(match.slice(1)) };
      if (!found.some((other) => other.start < period.end && period.start < other.end)) found.push(period);
    }
  }
  return found.filter(({ lastDay }) => isCalendarDay(lastDay)).sort((one, other) => one.start - other.start);
}

function monthOf(name = ""): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

/** Not a day when the month is none. */
function endOfMonth(y: number, month: number): string {
  return month >= 1 && month <= 12 ? lastDayOf(y, month) : "";
}
