/** Control characters, and those that turn the direction of a line: a title must not repaint the terminal of its reader. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** GitHub's runner takes `##[name]` for a command wherever it is in a line. */
const runnerCommand = /##\[/g;

/** The text with every unprintable character shown as an escape: `\x1b`, `\u202e`. It is one line, and no command to a runner. */
export function printable(text: string): string {
  return text
    .replace(unprintable, (character) => (code(character) < 256 ? `\\x${hex(character, 2)}` : unicode(character)))
    .replace(runnerCommand, "##\\x5b");
}

/** The same for a line of its own, which GitHub's runner would take for a command if it began with `::`, also after spaces. */
export function printableLine(text: string): string {
  return printable(text).replace(/^(\s*)::/, "$1\\x3a:");
}

/** JSON with two spaces and a final line feed; what `printable` escapes is written as a JSON escape, so that the value stays the same. */
export function printableJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map((line) => line.replace(unprintable, unicode).replace(runnerCommand, "##\\u005b")).join("\n")}\n`;
}

function unicode(character: string): string {
  return `\\u${hex(character, 4)}`;
}

function hex(character: string, digits: number): string {
  return code(character).toString(16).padStart(digits, "0");
}

function code(character: string): number {
  return character.codePointAt(0) ?? 0;
}
