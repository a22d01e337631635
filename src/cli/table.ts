import stringWidth from "string-width";

/** Aligns rows into columns two spaces apart; widths count what a terminal shows. The first row is the header. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
  const line = (row: readonly string[]): string => row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell))).join("  ").trimEnd();
  return `${rows.map(line).join("\n")}\n`;
}
