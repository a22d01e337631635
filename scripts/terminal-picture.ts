import stringWidth from "string-width";

/** Size of a cell of the terminal and the space around all of them, in pixels. */
const cell = { width: 8.4, height: 20 };
const margin = { side: 20, top: 46, bottom: 18 };

/** Colours of the styles that the text report uses, by their ANSI number; readable on `ground`. */
const inks: Readonly<Record<string, string>> = {
  "": "#d5dbe3",
  1: "#ffffff",
  2: "#98a2b1",
  31: "#ff8f85",
  32: "#7ed491",
  33: "#f2c063",
  36: "#79c9dd",
};
const ground = "#151a21";

/** Words of one style, and the column at which they begin. */
interface Run {
  readonly words: string;
  readonly style: string;
  readonly column: number;
}

/**
 * What a command printed, with its ANSI styles, as an SVG picture of a terminal with so many columns. Each run of words has its own place and
 * length, so that any monospaced font gives the same picture. Its text is what was printed, character for character.
 */
export function terminalPicture(command: string, output: string, columns: number): string {
  const lines = output.trimEnd().split("\n");
  const width = Math.ceil(columns * cell.width + 2 * margin.side);
  const height = margin.top + (lines.length + 1) * cell.height + margin.bottom;
  const rows = [`\u001B[32m$\u001B[0m \u001B[1m${command}\u001B[0m`, ...lines].map((line, index) => row(line, index));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What ${escaped(command)} prints" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="${width}" height="${height}" rx="10" fill="${ground}"/>
<g fill="#3a4452"><circle cx="24" cy="22" r="6"/><circle cx="44" cy="22" r="6"/><circle cx="64" cy="22" r="6"/></g>
${rows.join("\n")}
</svg>
`;
}

/** The text of a picture, as it was printed and without its styles: the command first. */
export function pictureText(svg: string): string {
  const rows = [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)].map(([, inside = ""]) =>
    inside.replaceAll(/<[^<>]*>/g, "").replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  );
  return `${rows.join("\n")}\n`;
}

function row(line: string, index: number): string {
  const y = margin.top + (index + 0.7) * cell.height;
  return `<text y="${y}" xml:space="preserve">${runsOf(line).map(written).join("")}</text>`;
}

function written({ words, style, column }: Run): string {
  const blank = words.trim() === "";
  const x = margin.side + column * cell.width;
  const look = `${style === "1" ? ' font-weight="700"' : ""} fill="${inks[style] ?? inks[""] ?? ""}"`;
  // A run of blanks has a place and nothing to stretch.
  const length = blank
    ? ""
    : ` textLength="${rounded(stringWidth(words) * cell.width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<tspan x="${rounded(x)}"${length}${look}>${escaped(words)}</tspan>`;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style = "";
  let column = 0;
  // The pieces at odd places are the numbers of styles: "0" ends one.
  for (const [index, piece] of line.split(/\u001B\[(\d+)m/).entries()) {
    if (index % 2 === 1) style = piece === "0" ? "" : piece;
    else if (piece !== "") {
      runs.push({ words: piece, style, column });
      column += stringWidth(piece);
    }
  }
  return runs;
}

function rounded(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
