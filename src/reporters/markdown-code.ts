import { printable } from "./printable.ts";

/** Characters that mean something in Markdown, in a table, or to those who look for names and numbers in the text of a comment. */
const meaning = /[|`*_[\]()~\\:@#!$]/g;
/** What becomes a link of itself although nothing is around it. */
const bareLink = /www\./gi;

/**
 * Words as code in HTML: there they are not markup and no link, and nobody is pinged. In a code span of Markdown a backtick would end it,
 * and a bar the cell.
 */
export function markdownCode(words: string): string {
  const text = printable(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<code>${text.replace(meaning, (character) => `&#${character.charCodeAt(0)};`).replace(bareLink, (start) => `${start.slice(0, 3)}&#46;`)}</code>`;
}
