import fc from "fast-check";

/** What repaints a terminal, turns a line round, ends a line somewhere else, or is half a character. */
const characters = [
  "\0", "\u0007", "\b", "\u001B[31m", "\u001B]8;;https://example.com\u0007", "\u001B[2J", "\u009B1m", "\u007F", "\u0085", "\u000B", "\f", "\r", "\r\n", "\n", "\t",
  "\u2028", "\u2029", "\u200B", "\u200D", "\u200E", "\u202E", "\u2066", "\u2069", "\u061C", "\uFEFF", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\u{1F6A2}", "e\u0301", "\u00A0", "\u3000", "İ", "ß", "ﬁ", "Ⅷ", "٣",
] as const;

/** Marks of Markdown, YAML, XML, HTML, workflow commands and terminals, whole and torn. */
const marks = [
  "`", "``", "```", "````", "~~~", "*", "**", "***", "_", "__", "~~", "[", "]", "(", ")", "](", "[x](y)", "![", "<", ">", "<!--", "-->", "<!-->", "--->", "<a>", "</a>", "<script>", "<![CDATA[", "]]>", "&amp;", "&#0;", "&#x1b;",
  "|", "||", "|---|", "\\", "\\|", "#", "######", "#######", "- ", "* ", "+ ", "1. ", "1) ", "- [ ] ", "- [x] ", "> ", ">> ", "    ", "\t", "---", "===", "- ---", "...", "%%", "::error::", "\n::warning file=x::y", "##[error]", "${{ x }}", "%0A", "%25",
  "->", "-->", "→", "—", "–", "…", "“", "”", "‘", "’", "\"", "'", ":", ": ", ";", ",", ".", "..", "../", "/", "//", "%2e%2e/", "{", "}", "{title}", "$&", "$1", "(?:", "__proto__", "constructor", "toString", "hasOwnProperty",
] as const;

const numbers = ["0", "00", "000", "1", "-1", "001", "9007199254740993", "1e309", "NaN", "99999999999999999999", "0-0", "2026-13-40", "2026-02-30", "0000-00-00", "9999-12-31", "P0", "P9", "0/0", "3/2", "1-999999999", "Specs 1-99999", "Specs 999-001"] as const;

/** One short piece of text that somebody might write to break a reader. */
export const hostilePiece: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...characters) },
  { weight: 6, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...characters, ...marks, ...numbers), fc.integer({ min: 2, max: 40 })).map(([piece, times]) => piece.repeat(times)) },
);

/** Several pieces one after the other. */
export const hostileText: fc.Arbitrary<string> = fc.array(hostilePiece, { maxLength: 12 }).map((pieces) => pieces.join(""));
