import { printable } from "../printable.ts";

/** Text that is HTML already. Nothing but `html` makes it, and what the project itself has written. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be in a template: words, which are escaped, HTML, lists of both, and nothing. */
export type Part = Markup | string | number | undefined | readonly Part[];

/**
 * A template whose values are words: they are escaped for text and for attributes in double quotes, with control characters and direction
 * marks made visible. No value can become an element, end an attribute or turn a line around.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + written(parts[index])).join(""));
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return printable(String(part)).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link, unless the address would lead elsewhere than to a page: then its words alone. */
export function link(address: string, words: Part): Markup {
  return /^https?:\/\//i.test(address) ? html`<a href="${address}" rel="noreferrer">${words}</a>` : html`${words}`;
}

/** Words of the project or of a document: what is between backticks as code, and between two stars as bold. */
export function marked(words: string): Markup {
  // Of three pieces the second is code and the third bold; one of them is undefined.
  const pieces = words.split(/`([^`]+)`|\*\*([^*]+)\*\*/);
  return html`${pieces.map((piece, index) => {
    if (index % 3 === 0 || piece === undefined) return piece;
    return index % 3 === 1 ? html`<code>${piece}</code>` : html`<b>${piece}</b>`;
  })}`;
}

/** A line of a file, as a link where its address on a forge is known. */
export function linkedPlace(
  words: string,
  { path, line }: { readonly path: string; readonly line: number },
  placeUrl: ((path: string, line: number) => string) | undefined,
): Markup {
  return placeUrl === undefined ? html`${words}` : link(placeUrl(path, line), words);
}

/** "1 entry", "2 entries". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
