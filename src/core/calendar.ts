/** Arithmetic on ISO 8601 dates without a clock: they compare as strings. */

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: "2026-02-28" is one, "2026-02-30" is none. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

/** The last day of a month (1 to 12). */
export function lastDayOf(year: number, month: number): string {
  return isoDate(year, month, daysIn(year, month));
}

/** The day after a calendar day. */
export function dayAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (day < daysIn(year, month)) return isoDate(year, month, day + 1);
  return month < 12 ? isoDate(year, month + 1, 1) : isoDate(year + 1, 1, 1);
}

/** The day so many days before a calendar day. */
export function daysBefore(date: string, days: number): string {
  let [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  for (day -= days; day < 1; day += daysIn(year, month)) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year -= 1;
  }
  return isoDate(year, month, day);
}

/** "2026-05-01" of its parts, whether or not there is such a day. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
