/**
 * A matcher for one name: `*` is any run of characters, `?` one, `[0-9]` one of a set, `{a,b}` either. Case counts, except that a
 * pattern without capital letters matches any case.
 */
export function namePattern(pattern: string): RegExp {
  const source = pattern.replace(/\*+|\?|\[[^[\]]*\]|\{[^{}]*\}|[\\^$.+()|{}[\]]/g, sourceOf);
  return new RegExp(`^${source}$`, /[A-Z]/.test(pattern.replace(/\[[^[\]]*\]/g, "")) ? "su" : "siu");
}

function sourceOf(token: string): string {
  if (token.startsWith("*")) return ".*";
  if (token === "?") return ".";
  if (token.length > 1 && token.startsWith("[")) return token.replace(/^\[!/, "[^");
  if (token.length > 1 && token.startsWith("{")) return `(?:${token.slice(1, -1).split(",").map(escaped).join("|")})`;
  return escaped(token);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()|{}[\]]/g, "\\$&");
}

/** A matcher for a whole name by the source of a regular expression. */
export function wholeName(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, "u");
}

/** A pattern without braces for each way to read it: `docs/{adr,decisions/old}` is two. */
export function withoutBraces(pattern: string): string[] {
  const match = /\{([^{}]*)\}/.exec(pattern);
  if (match === null) return [pattern];
  const [before, after] = [pattern.slice(0, match.index), pattern.slice(match.index + match[0].length)];
  return (match[1] ?? "").split(",").flatMap((part) => withoutBraces(before + part + after));
}

/** Whether a segment of a pattern says more than one name. */
export function isPattern(segment: string): boolean {
  return /[*?[\]{}]/.test(segment);
}
