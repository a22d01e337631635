import stringWidth from "string-width";

/**
 * Aligns rows into columns two spaces apart; widths count what a terminal shows. The first row is the header.
 * With a `width` in characters the words of the last column go on below it instead of breaking at the edge.
 */
export function table(rows: readonly (readonly string[])[], width = Infinity): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
  const start = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  // A last column narrower than this is harder to read than a broken line.
  const room = width - start < 30 ? Infinity : width - start;
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join("  ")
      .trimEnd();
  const lines = rows.flatMap((row) =>
    wrapped(row.at(-1) ?? "", room).map((part, index) =>
      line([...row.slice(0, -1).map((cell) => (index === 0 ? cell : "")), part]),
    ),
  );
  return `${lines.join("\n")}\n`;
}

function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
