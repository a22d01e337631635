export interface MarkdownLine {
  /** Without HTML comments. */
  readonly text: string;
  /** Inside a code fence, or one of its two marks. */
  readonly code: boolean;
}

type State = { readonly kind: "prose" | "comment" } | { readonly kind: "fence"; readonly mark: string };

const prose: State = { kind: "prose" };

/** The lines of a Markdown text, as many as it has, without HTML comments and with code fences marked. */
export function markdownLines(text: string): MarkdownLine[] {
  if (!/```|~~~|<!--/.test(text)) return text.split(/\r?\n/).map((line) => ({ text: line, code: false }));
  let state = prose;
  return text.split(/\r?\n/).map((line): MarkdownLine => {
    if (state.kind === "fence") {
      if (closes(line, state.mark)) state = prose;
      return { text: line, code: true };
    }
    const mark = state.kind === "prose" ? fenceMark(line) : undefined;
    if (mark !== undefined) {
      state = { kind: "fence", mark };
      return { text: line, code: true };
    }
    const visible = withoutComments(line, state.kind === "comment");
    state = visible.open ? { kind: "comment" } : prose;
    return { text: visible.text, code: false };
  });
}

/** The mark that opens a fence. Backticks that close again on the line are inline code. */
function fenceMark(line: string): string | undefined {
  const start = line.trimStart();
  const mark = /^(?:`{3,}|~{3,})/.exec(start)?.[0];
  return mark?.startsWith("`") === true && start.includes("`", mark.length) ? undefined : mark;
}

function closes(line: string, mark: string): boolean {
  const text = line.trim();
  return text.startsWith(mark) && text === mark.charAt(0).repeat(text.length);
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
