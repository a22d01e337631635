import type { AgentMentionClaim } from "../../core/claims/claim.ts";
import type { Inline, Span } from "../../core/document.ts";
import { Phrases } from "../../core/phrases.ts";
import type { Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { sentences } from "../prose/sentences.ts";
import { mention } from "./mention.ts";

/** Quotation marks alone: code and bold are spans, whose ends a regular expression could take for beginnings. */
const quotedSection =
  /“([^”\n]{3,80})”\s+section\b|"([^"\n]{3,80})"\s+section\b|\bsection\s+“([^”\n]{3,80})”|\bsection\s+"([^"\n]{3,80})"/gi;
const quoted = /[“„«「]([^”“»」\n]{3,80})[”“»」]|"([^"\n]{3,80})"/g;

/** The sections that an instruction file names, and those from which it tells agents to take their work. */
export function agentSections(inlines: readonly Inline[], settings: Settings): AgentMentionClaim[] {
  const queueName = settings.queue?.path.split("/").at(-1);
  const named = inlines
    .filter(
      (inline) =>
        (queueName !== undefined && inline.text.includes(queueName)) ||
        /\b(?:candidate|queue|backlog)\b/i.test(inline.text),
    )
    .flatMap(namedSections);
  const picking = { verbs: new Phrases(settings.picking.verbs), refusals: new Phrases(settings.picking.refusals) };
  return [...named, ...inlines.flatMap((inline) => picked(inline, picking))];
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
  const asWritten = spans.map((span) => ({ ...span, value: span.text }));
  return [...asWritten, ...quotations(inline, quotedSection)].map((span) => mention("section", span));
}

/** `Pick your next task from "Manual Promotion Only"`: whatever is quoted in a sentence that tells agents to pick. */
function picked(inline: Inline, { verbs, refusals }: { verbs: Phrases; refusals: Phrases }): AgentMentionClaim[] {
  const base = inline.location.offset;
  return sentences(inline).flatMap(({ start, end, text }) => {
    if (!verbs.areIn(text) || refusals.areIn(text)) return [];
    const spans = [...inline.codes, ...inline.strongs, ...inline.links].map((span) => ({ ...span, value: span.text }));
    return [...spans, ...quotations(inline, quoted)]
      .filter(({ location }) => location.offset >= base + start && location.endOffset <= base + end)
      .filter(({ value }) => value.length >= 3 && value.length <= 80)
      .filter(({ location }) => verbs.areIn(clauseAround(text, location.offset - base - start)))
      .map((span) => mention("picking", span));
  });
}

/** What leads up to a place in its clause; in languages that put the verb last, the whole sentence. */
function clauseAround(sentence: string, at: number): string {
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(sentence)) return sentence;
  const before = sentence.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(":")) + 1);
}

function quotations(inline: Inline, pattern: RegExp): (Span & { readonly value: string })[] {
  return [...inline.text.matchAll(pattern)].map((match) => {
    const piece = sliceInline(inline, match.index, match.index + match[0].length);
    const value = (match.slice(1).find((group) => group !== undefined) ?? "").trim();
    return { value, text: piece.plain, location: piece.location };
  });
}
