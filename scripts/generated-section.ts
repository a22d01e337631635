const end = "<!-- /generated -->";

/** The part of a document between `<!-- generated:NAME -->` and `<!-- /generated -->`, markers included. */
export function generatedSection(name: string, body: string): string {
  return `${start(name)}\n${body.trim()}\n${end}`;
}

/** Replaces the part with this name; undefined when the text has no such part, or one that does not end. */
export function replaceSection(text: string, name: string, body: string): string | undefined {
  const from = text.indexOf(start(name));
  const to = from === -1 ? -1 : text.indexOf(end, from);
  if (to === -1) return undefined;
  return `${text.slice(0, from)}${generatedSection(name, body)}${text.slice(to + end.length)}`;
}

/** The part with this name, markers included; undefined when the text has none. */
export function sectionIn(text: string, name: string): string | undefined {
  const from = text.indexOf(start(name));
  const to = from === -1 ? -1 : text.indexOf(end, from);
  return to === -1 ? undefined : text.slice(from, to + end.length);
}

function start(name: string): string {
  return `<!-- generated:${name} -->`;
}
