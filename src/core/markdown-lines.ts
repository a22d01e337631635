export interface MarkdownLine {
  /** Without HTML comments. */
  readonly text: string;
  /** Inside a code fence, or one of its two marks. */
  readonly code: boolean;
}

type State =
  | { readonly kind: "prose" | "comment" }
  /** `indent`: the spaces before the mark. */
  | { readonly kind: "fence"; readonly mark: string; readonly indent: number };

const prose: State = { kind: "prose" };

const lineEnd = /\r\n|\n|\r/;

/** The lines of a Markdown text, as many as it has, without HTML comments and with code fences marked. */
export function markdownLines(text: string): MarkdownLine[] {
  if (!/```|~~~|<!--/.test(text)) return text.split(lineEnd).map((line) => ({ text: line, code: false }));
  let state = prose;
  return text.split(lineEnd).map((line): MarkdownLine => {
    const read = readLine(line, state);
    state = read.state;
    return read.line;
  });
}

/** The fence or comment that a text never closes, and the offset of its line; undefined when all of them end. */
export function opensAtEnd(text: string): { readonly kind: "fence" | "comment"; readonly offset: number } | undefined {
  if (!/```|~~~|<!--/.test(text)) return undefined;
  let state = prose;
  let opened = 0;
  let offset = 0;
  for (const part of text.split(/(\r\n|\n|\r)/)) {
    if (!lineEnd.test(part)) {
      const before = state;
      state = readLine(part, before).state;
      if (before.kind === "prose") opened = offset;
    }
    offset += part.length;
  }
  return state.kind === "prose" ? undefined : { kind: state.kind, offset: opened };
}

function readLine(line: string, state: State): { readonly line: MarkdownLine; readonly state: State } {
  if (state.kind === "fence") return { line: { text: line, code: true }, state: closes(line, state) ? prose : state };
  const mark = state.kind === "prose" ? fenceMark(line) : undefined;
  if (mark !== undefined)
    return { line: { text: line, code: true }, state: { kind: "fence", mark, indent: indentOf(line) } };
  const visible = withoutComments(line, state.kind === "comment");
  return { line: { text: visible.text, code: false }, state: visible.open ? { kind: "comment" } : prose };
}

/** The mark that opens a fence. Backticks that close again on the line are inline code. */
function fenceMark(line: string): string | undefined {
  const start = line.trimStart();
  const mark = /^(?:`{3,}|~{3,})/.exec(start)?.[0];
  return mark?.startsWith("`") === true && start.includes("`", mark.length) ? undefined : mark;
}

/** A mark that is further in than three spaces is a line of the code. */
function closes(line: string, { mark, indent }: State & { readonly kind: "fence" }): boolean {
  const text = line.trim();
  if (!text.startsWith(mark) || text !== mark.charAt(0).repeat(text.length)) return false;
  return indentOf(line) <= indent + 3;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * As in CommonMark, a comment runs on over the next lines only if it begins its line; elsewhere it must end where it
 * began. In inline code its mark is a word like any other.
 */
function withoutComments(line: string, inside: boolean): { readonly text: string; readonly open: boolean } {
  let text = "";
  let at = inside ? afterComment(line, 0) : 0;
  let inCode = false;
  while (at !== -1) {
    const next = line.indexOf("<!--", at);
    const words = next === -1 ? line.slice(at) : line.slice(at, next);
    text += words;
    if (next === -1) return { text, open: false };
    if ((words.match(/`+/g)?.length ?? 0) % 2 === 1) inCode = !inCode;
    if (inCode) text += "<!--";
    at = inCode ? next + 4 : afterComment(line, next + 4);
  }
  return { text, open: text.trim() === "" };
}

/** Where the words go on after a comment; -1 when it does not end on this line. */
function afterComment(line: string, from: number): number {
  const end = line.indexOf("-->", from);
  return end === -1 ? -1 : end + 3;
}
