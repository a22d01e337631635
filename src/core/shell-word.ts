/** A word of a command that is shown to be typed: in double quotes where it holds what a shell would take apart. Good for the shells of Linux, macOS and Windows alike. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./\\~^-]+$/.test(word) ? word : `"${word.replaceAll(/["$`]/g, "\\$&")}"`;
}
