import type { Candidate, IssueStateClaim, MergeClaim } from "../core/claim.ts";
import type { Document } from "../core/document.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import { placedInlines, scopeOf, type PlacedInline } from "./prose.ts";
import { maskCode, mayMention, remoteMentions, type RemoteMention } from "./remote-mentions.ts";
import { remoteRelation, type RemoteWords } from "./remote-relation.ts";
import { quoteAround, sentences } from "./sentences.ts";

export type RemoteClaim = MergeClaim | IssueStateClaim;

/**
 * What a planning document says about issues and pull requests of a server. `candidates` is asked only when there is something to read.
 * Instructions for agents are left out: their “Fixes #45” is an example.
 */
export function remoteClaims(document: Document, candidates: () => readonly Candidate[]): RemoteClaim[] {
  if (document.role === "agent" || !mayMention(document.text)) return [];
  return placedInlines(document, candidates()).filter(({ inline }) => inline.links.length > 0 || mayMention(inline.text)).flatMap((placed) => inInline(document, placed));
}

interface Read extends RemoteWords {
  readonly mention: RemoteMention;
}

function inInline(document: Document, placed: PlacedInline): RemoteClaim[] {
  const { inline } = placed;
  const masked = maskCode(inline);
  const found = remoteMentions(inline, masked);
  const read = found.flatMap((mention, index): Read[] => {
    const { before, after } = around(found, index, masked);
    const { start, end } = sentences(inline).find((one) => one.start <= mention.start && mention.start < one.end) ?? { start: 0, end: masked.length };
    const context = { before: plain(masked.slice(start, Math.max(start, before))), after: plain(masked.slice(after, Math.max(after, end))) };
    return [{ mention, ...remoteRelation({ ...context, qualified: mention.reference.repository !== undefined, called: mention.called }) }];
  });
  const said = read.filter(({ says }) => says !== undefined);
  // A number and its address are one claim; the one with more to say speaks.
  const first = said.filter((one, index) => said.findIndex((other) => names(other) === names(one) && (other.says !== "exists" || said.every((any) => names(any) !== names(one) || any.says === "exists"))) === index);
  return first.map((one) => claim(document, placed, one));
}

/** Where the words before and behind a mention begin: around all of “#12, #13 and #14”, when it is one of these. */
function around(all: readonly RemoteMention[], index: number, text: string): { before: number; after: number } {
  const joined = (one: RemoteMention | undefined, next: RemoteMention | undefined): boolean =>
    one !== undefined && next !== undefined && /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|\+\s*)$/.test(text.slice(one.end, next.start));
  let [first, last] = [index, index];
  while (joined(all[first - 1], all[first])) first -= 1;
  while (joined(all[last], all[last + 1])) last += 1;
  return { before: all[first]?.start ?? 0, after: all[last]?.end ?? text.length };
}

/** Without emphasis, and with single spaces. */
function plain(text: string): string {
  return text.replace(/[*_]+/g, "").replace(/\s+/g, " ");
}

function names({ mention: { reference } }: Read): string {
  return `${reference.repository?.toLowerCase() ?? ""}#${reference.number}`;
}

function claim(document: Document, placed: PlacedInline, { mention, called, says }: Read): RemoteClaim {
  const { inline } = placed;
  const { text, plain: words, location } = sliceInline(inline, mention.start, mention.end);
  const { reference } = mention;
  const merge = says === "merged" || (says === "settled" && called === "pull");
  const state = says === "open" ? "open" : says === "settled" ? "closed" : "exists";
  const shared = {
    document: document.role, identity: `${scopeOf(placed)}/${merge ? "merged" : state} ${reference.repository ?? ""}#${reference.number}`,
    text: words === "" ? text : words, location, quote: quoteAround(inline, mention.start, mention.end), reference, called,
  };
  return merge ? { kind: "merge", ...shared } : { kind: "issue-state", says: state, ...shared };
}
