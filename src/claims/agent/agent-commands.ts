import type { AgentMentionClaim, ScriptCall } from "../../core/claims/claim.ts";
import type { Document, Inline, Section } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import { Phrases } from "../../core/phrases.ts";
import type { AbsenceReader } from "../references/absence.ts";
import { codeBlocks, linesOf } from "./agent-blocks.ts";
import { mention } from "./mention.ts";
import { scriptCalls } from "./script-calls.ts";

const ownCommand =
  /(?:^|&&\s*|;\s*|\$\s+)((?:npx\s+(?:-y\s+|--yes\s+)?)?queue-lint(?:@[\w.^~-]+)?(?:\s+[\w:./=@-]+)*)/g;
/** A block that looks first whether there is a package is written for many repositories. */
const asksForPackage =
  /\s-[efrs] ["']?(?:[\w.$-]{1,40}\/){0,8}package\.json|\bexists?(?:Sync)?\W{1,4}(?:[\w.-]{1,40}\/){0,8}package\.json/i;

interface Reading {
  readonly root: Section;
  readonly inlines: readonly Inline[];
  readonly absence: AbsenceReader;
  /** Words that make of a call to run something its opposite. */
  readonly negations: readonly string[];
}

/** So many words before a command may forbid it: "Never run `npm run publish`". */
const forbiddingWords = 4;

/** The commands of queue-lint and the scripts of packages that code spans and code blocks tell agents to run. */
export function agentCommands(document: Document, { root, inlines, absence, negations }: Reading): AgentMentionClaim[] {
  const refusals = new Phrases(negations);
  const spans = inlines.flatMap((inline) =>
    inline.codes.flatMap(({ text, location }) => {
      const why = absence.absenceOf({ inline, ...location, isProse: false, above: [] });
      return [
        ...ownCommands(text, location),
        ...(why === undefined && !isForbidden(inline, location, refusals)
          ? scriptCalls(text).calls.map((call) => scriptMention(call, location))
          : []),
      ];
    }),
  );
  const blocks = codeBlocks(root).flatMap(({ block, lead }) => {
    const lines = linesOf(block, document.text);
    const isForeign = asksForPackage.test(block.value) || absence.isStated(lead);
    let directory: string | undefined;
    return lines.flatMap(({ text, location }) => {
      const found = scriptCalls(text, directory);
      directory = found.directory;
      return [
        ...ownCommands(text, location),
        ...(isForeign ? [] : found.calls.map((call) => scriptMention(call, location))),
      ];
    });
  });
  return [...spans, ...blocks];
}

function isForbidden(inline: Inline, { offset }: Location, refusals: Phrases): boolean {
  const clause =
    inline.text
      .slice(0, offset - inline.location.offset)
      .split(/[,.;:!?()–—\n]/)
      .at(-1) ?? "";
  return refusals.areIn(clause.trim().split(/\s+/).slice(-forbiddingWords).join(" "));
}

function ownCommands(text: string, location: Location): AgentMentionClaim[] {
  return [...text.matchAll(ownCommand)].map((match) =>
    mention("command", { value: match[1] ?? "", text: (match[1] ?? "").trim(), location }),
  );
}

function scriptMention(script: ScriptCall, location: Location): AgentMentionClaim {
  return { ...mention("script", { value: script.text, text: script.text, location }), script };
}
