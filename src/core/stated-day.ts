import { isoDate } from "./calendar.ts";

/** Names of months by their first letters, in the languages of the tool; without accents, in lower case. A language is a row of data. */
const months: readonly (readonly string[])[] = [
  ["jan", "ene", "jän"],
  ["feb", "fev", "fév"],
  ["mar", "mär", "mrz"],
  ["apr", "avr", "abr"],
  ["may", "mai", "maj"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "août", "aout", "ago"],
  ["sep", "set"],
  ["oct", "okt", "out"],
  ["nov"],
  ["dec", "dez", "dic", "déc"],
];

const iso = /(?<![\d-])(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d|-\d)/;
const eastAsian = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const numbers = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const dayFirst =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

/**
 * The first day that a text states, as an ISO 8601 date, whether or not the calendar has it: 2026-05-20, 20.05.2026, 20 May 2026, 20 de mayo de 2026, 2026年5月20日.
 * "ambiguous" when day and month could be taken for each other (04/05/2026); undefined when there is none.
 */
export function statedDay(text: string): string | "ambiguous" | undefined {
  const year = iso.exec(text) ?? eastAsian.exec(text);
  if (year !== null) return dateOf(year[1], year[2], year[3]);
  const numeric = numbers.exec(text);
  if (numeric !== null) return numericDay(numeric);
  const named = dayFirst.exec(text);
  if (named !== null && monthOf(named[2]) > 0) return dateOf(named[3], monthOf(named[2]), named[1]);
  const english = monthFirst.exec(text);
  return english !== null && monthOf(english[1]) > 0 ? dateOf(english[3], monthOf(english[1]), english[2]) : undefined;
}

/** With full stops the day comes first; with slashes only where one of the two can be no month. */
function numericDay([, first, mark, second, year]: RegExpExecArray): string {
  if (mark === "." || Number(first) > 12) return dateOf(year, second, first);
  if (Number(second) > 12) return dateOf(year, first, second);
  return first === second ? dateOf(year, first, second) : "ambiguous";
}

function dateOf(year: string | undefined, month: string | number | undefined, day: string | undefined): string {
  return isoDate(Number(year), Number(month), Number(day));
}

/** 1 to 12; 0 for a word that is not a month. */
function monthOf(word = ""): number {
  const name = word.toLowerCase();
  return months.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
}
