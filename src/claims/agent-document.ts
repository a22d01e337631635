import type { AgentMentionClaim } from "../core/claims/claim.ts";
import type { Block, CodeBlock, Document, Inline, Section } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Location } from "../core/location.ts";
import type { Settings } from "../core/settings.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import { inlinesOf } from "./queue/entry-fields.ts";

type Subject = AgentMentionClaim["subject"];

const planningName = /(?:candidate|backlog|roadmap|ledger|discoveries|queue)[\w.-]*\.md$/i;
const command =
  /(?:^|&&\s*|;\s*|\$\s+)((?:npx\s+(?:-y\s+|--yes\s+)?)?queue-lint(?:@[\w.^~-]+)?(?:\s+[\w:./=@-]+)*|(?:npm|pnpm|yarn|bun)\s+run\s+[\w:.-]+)/g;
/** Quotation marks alone: code and bold are spans, whose ends a regular expression could take for beginnings. */
const quotedSection =
  /“([^”\n]{3,80})”\s+section\b|"([^"\n]{3,80})"\s+section\b|\bsection\s+“([^”\n]{3,80})”|\bsection\s+"([^"\n]{3,80})"/gi;

/** The queue files, sections and commands that an instruction file for agents tells its readers to use. */
export function agentMentions(document: Document, settings: Settings): AgentMentionClaim[] {
  const inlines = inlinesIn(document.root);
  const queueName = settings.queue?.path.split("/").at(-1);
  const spans = inlines.flatMap((inline) => [
    ...inline.codes,
    ...inline.links.map((link) => ({ ...link, text: link.url })),
  ]);
  const files = spans
    .filter(({ text }) => planningName.test(text) && !/[<>{}*$\s]|^[a-z]+:/i.test(text))
    .map((span) => mention("file", { value: span.text.split("#", 1)[0] ?? "", ...span }));
  const commands = [
    ...inlines.flatMap((inline) => inline.codes),
    ...codeBlocks(document.root).flatMap((block) => lines(block, document.text)),
  ].flatMap(({ text, location }) =>
    [...text.matchAll(command)].map((match) =>
      mention("command", { value: match[1] ?? "", text: (match[1] ?? "").trim(), location }),
    ),
  );
  const sections = inlines
    .filter(
      (inline) =>
        (queueName !== undefined && inline.text.includes(queueName)) ||
        /\b(?:candidate|queue|backlog)\b/i.test(inline.text),
    )
    .flatMap(namedSections);
  return [...files, ...sections, ...commands];
}

/** “the `Active` section”, “section **Active**”: the name in code, bold or quotation marks. */
function namedSections(inline: Inline): AgentMentionClaim[] {
  const spans = [...inline.codes, ...inline.strongs].filter(({ text, location }) => {
    const [start, end] = [location.offset - inline.location.offset, location.endOffset - inline.location.offset];
    return (
      text.length >= 3 &&
      text.length <= 80 &&
      (/^\s+section\b/i.test(inline.text.slice(end, end + 12)) ||
        /\bsection\s+$/i.test(inline.text.slice(Math.max(0, start - 12), start)))
    );
  });
  const quoted = [...inline.text.matchAll(quotedSection)].map((match) => {
    const piece = sliceInline(inline, match.index, match.index + match[0].length);
    return mention("section", {
      value: (match.slice(1).find((group) => group !== undefined) ?? "").trim(),
      text: piece.plain,
      location: piece.location,
    });
  });
  return [...spans.map((span) => mention("section", { value: span.text, ...span })), ...quoted];
}

function mention(subject: Subject, said: { value: string; text: string; location: Location }): AgentMentionClaim {
  return {
    kind: "agent-mention",
    document: "agent",
    identity: `${subject} ${entryKey(said.value)}`,
    text: said.text,
    location: said.location,
    subject,
    value: said.value.trim(),
  };
}

function inlinesIn(section: Section): Inline[] {
  return [...inlinesOf(section.blocks), ...section.children.flatMap(inlinesIn)];
}

function codeBlocks(section: Section): CodeBlock[] {
  return [
    ...section.blocks.filter((block: Block): block is CodeBlock => block.kind === "code"),
    ...section.children.flatMap(codeBlocks),
  ];
}

/** The lines of a code block as they stand in the source, without indentation and the marks of quotes. */
function lines({ location }: CodeBlock, source: string): { text: string; location: Location }[] {
  const { path } = location;
  let { offset } = location;
  return source
    .slice(offset, location.endOffset)
    .split(/(?<=\n|\r(?!\n))/)
    .flatMap((whole, index) => {
      const [start, first] = [offset, index === 0];
      offset += whole.length;
      // What stands behind the mark of a fence is the name of a language.
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
