import { opensAtEnd } from "./markdown-lines.ts";

/** What keeps a text from meaning what it seems to mean, and where it begins. */
export interface TextFault {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly message: string;
}

const characters: readonly (readonly [RegExp, string])[] = [
  [/\0/g, "a NUL character"],
  [/\f/g, "a form feed"],
  [/(?!^)\uFEFF/g, "a byte-order mark in the middle of the text"],
];

/** Characters that nobody sees and that hide markup from whoever reads by lines; one fault for each kind. */
export function invisibleFaults(text: string): TextFault[] {
  if (!/[\0\f\uFEFF]/.test(text)) return [];
  return characters.flatMap(([pattern, name]) => {
    const found = [...text.matchAll(pattern)];
    const [first] = found;
    if (first === undefined) return [];
    const more = found.length === 1 ? "" : `, and ${found.length - 1} more`;
    return [{ offset: first.index, message: `there is ${name} here, which hides what it is beside${more}` }];
  });
}

/** A heading, a box, a status, a marker: what a file of a package is read for. Comments of a shell look like a heading of the first level. */
const read = /^[ \t]*(?:#{2,6}[ \t]|[-*+][ \t]+\[[ x]\][ \t]|\*{0,2}status\*{0,2}:)|\[NEEDS CLARIFICATION/im;

/** A fence or comment that never ends and hides something that would be read. */
export function openFaults(text: string): TextFault[] {
  const open = opensAtEnd(text);
  if (open === undefined || !read.test(text.slice(open.offset).replace(/^[^\n\r]*/, ""))) return [];
  const [what, how] = open.kind === "fence" ? ["code fence is", "read as code"] : ["comment is", "hidden"];
  return [{ offset: open.offset, message: `the ${what} never closed, so everything below it is ${how}` }];
}
