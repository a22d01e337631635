import type { AgentMentionClaim } from "../../core/claims/claim.ts";
import type { Inline, Span } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { spanAt } from "../../documents/span-at.ts";
import type { AbsenceReader } from "../references/absence.ts";
import { pathIn } from "../references/path-in-code.ts";
import { mention } from "./mention.ts";

const planningName = /(?:candidate|backlog|roadmap|ledger|discoveries|queue)[\w.-]*\.md$/i;
const bareWord = /(?<![\w/.@~$<{-])(?:[\w.-]+\/)+[\w.-]*[\w-]/g;
/** Folders of plans beside the spec root. */
const planFolders = ["specs", "plans"];

/** The planning documents that an instruction file names, and the specs and plans that it points at. What its words say is yet to come, gone or elsewhere is left out. */
export function agentPaths(
  inlines: readonly Inline[],
  absence: AbsenceReader,
  settings: Settings,
): AgentMentionClaim[] {
  return inlines.flatMap((inline) =>
    [...spansOf(inline), ...wordsOf(inline)].flatMap(({ text, location, path }) => {
      const subject = planningName.test(path) ? "file" : isPointer(path, settings) ? "pointer" : undefined;
      if (subject === undefined || /[<>{}*$[\]\s]|^[a-z]+:/i.test(path)) return [];
      const why = absence.absenceOf({ inline, ...location, isProse: true, above: [] });
      return why === undefined ? [mention(subject, { value: path, text, location })] : [];
    }),
  );
}

type NamedPath = Span & { readonly path: string };

/** The text of a link is what people read; where it leads is its address. */
function spansOf(inline: Inline): NamedPath[] {
  const codes = inline.codes.filter(({ location }) => spanAt(inline.links, location.offset) === undefined);
  return [
    ...codes.map((code) => ({ ...code, path: pathIn(code.text, "anchor") ?? "" })),
    ...inline.links.map((link) => ({ ...link, text: link.url, path: link.url.split(/[#?]/, 1)[0] ?? "" })),
  ];
}

/** Paths that are in the words without any markup, as the tools write them that keep such a pointer. */
function wordsOf(inline: Inline): NamedPath[] {
  return [...inline.text.matchAll(bareWord)].flatMap((match) => {
    const offset = inline.location.offset + match.index;
    if (spanAt(inline.codes, offset) !== undefined || spanAt(inline.links, offset) !== undefined) return [];
    const { plain, location } = sliceInline(inline, match.index, match.index + match[0].length);
    return [{ text: plain, location, path: match[0] }];
  });
}

/** `specs/012-seat-maps/plan.md`, `docs/plans/seats.md`: something below the spec root, or a document below a folder of plans. */
function isPointer(path: string, { specs }: Settings): boolean {
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (specs !== undefined && segments.join("/").startsWith(`${specs.path}/`)) return /\d/.test(path);
  return segments.slice(0, -1).some((segment) => planFolders.includes(segment)) && path.endsWith(".md");
}
