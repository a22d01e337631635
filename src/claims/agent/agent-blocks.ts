import type { Block, CodeBlock, Inline, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import { inlinesOf } from "../queue/entry-fields.ts";

/** A line of a code block as it is in the source, without indentation and the marks of quotes. */
export interface CodeLine {
  readonly text: string;
  readonly location: Location;
}

/** A code block with the words before it. */
export interface PlacedCode {
  readonly block: CodeBlock;
  readonly lead: string;
}

export function inlinesIn(section: Section): Inline[] {
  return [...inlinesOf(section.blocks), ...section.children.flatMap(inlinesIn)];
}

/** The code blocks of a section and of those below it, inside of lists, too. */
export function codeBlocks(section: Section): PlacedCode[] {
  return [...codeIn(section.blocks, section.heading.plain), ...section.children.flatMap(codeBlocks)];
}

function codeIn(blocks: readonly Block[], lead: string): PlacedCode[] {
  return blocks.flatMap((block, index): PlacedCode[] => {
    const before = blocks[index - 1];
    const words = before?.kind === "paragraph" ? before.content.plain : lead;
    if (block.kind === "code") return [{ block, lead: words }];
    return block.kind === "list" ? block.items.flatMap((item) => codeIn(item.blocks, item.content.plain)) : [];
  });
}

export function linesOf({ location }: CodeBlock, source: string): CodeLine[] {
  const { path } = location;
  let { offset } = location;
  return source
    .slice(offset, location.endOffset)
    .split(/(?<=\n|\r(?!\n))/)
    .flatMap((whole, index) => {
      const [start, first] = [offset, index === 0];
      offset += whole.length;
      // What is after the mark of a fence is the name of a language.
      if (first && /^(?:```|~~~)/.test(whole)) return [];
      const text = whole.replace(/^[\s>]+/, "").trimEnd();
      const indent = /^[\s>]*/.exec(whole)?.[0].length ?? 0;
      const [line, column] = [location.line + index, (first ? location.column : 1) + indent];
      return [
        {
          text,
          location: {
            path,
            line,
            column,
            endLine: line,
            endColumn: column + text.length,
            offset: start + indent,
            endOffset: start + indent + text.length,
          },
        },
      ];
    });
}
