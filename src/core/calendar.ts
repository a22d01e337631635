/** Arithmetic on ISO 8601 dates without a clock: they compare as strings. */

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: "2026-02-28" is one, "2026-02-30" is none. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
