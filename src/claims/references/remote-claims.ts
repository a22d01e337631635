import type { Candidate, IssueStateClaim, MergeClaim } from "../../core/claims/claim.ts";
import type { Document } from "../../core/document.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { attributedInlines, type AttributedInline } from "../prose/attributed-inlines.ts";
import { scopeOf } from "../prose/prose.ts";
import { maskCode, mayMention, remoteMentions, type RemoteMention } from "./remote-mentions.ts";
import { remoteRelation, type RemoteWords } from "./remote-relation.ts";
import { quoteAround, sentences } from "../prose/sentences.ts";

export type RemoteClaim = MergeClaim | IssueStateClaim;

/**
 * What a planning document says about issues and pull requests of a server. `candidates` is asked only when there is something to read.
 * Instructions for agents are left out: their “Fixes #45” is an example.
 */
export function remoteClaims(document: Document, candidates: () => readonly Candidate[]): RemoteClaim[] {
  if (document.role === "agent" || !mayMention(document.text)) return [];
  return attributedInlines(document, candidates())
    .filter(({ inline }) => inline.links.length > 0 || mayMention(inline.text))
    .flatMap((placed) => inInline(document, placed));
}

interface RemoteReading extends RemoteWords {
  readonly mention: RemoteMention;
}

/** How much of a sentence is looked at on each side of a mention. */
const reach = 240;

function inInline(document: Document, placed: AttributedInline): RemoteClaim[] {
  const { inline } = placed;
  const masked = maskCode(inline);
  const parts = sentences(inline);
  const read = groups(remoteMentions(inline, masked), masked).flatMap((group): RemoteReading[] => {
    const [from, to] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0];
    const sentence = parts.find((one) => from < one.end) ?? { start: 0, end: masked.length };
    const before = plain(masked.slice(Math.max(sentence.start, from - reach), from));
    const after = plain(masked.slice(to, Math.max(to, Math.min(sentence.end, to + reach))));
    return group.map((mention) => ({
      mention,
      ...remoteRelation({
        before,
        after,
        qualified: mention.reference.repository !== undefined,
        called: mention.called,
      }),
    }));
  });
  // A number and its address are one claim; the first one with more to say speaks.
  const spoken = new Map<string, RemoteReading>();
  for (const one of read) {
    const other = spoken.get(nameOf(one));
    if (one.says !== undefined && (other === undefined || (other.says === "exists" && one.says !== "exists")))
      spoken.set(nameOf(one), one);
  }
  return [...spoken.values()].map((one) => claim(document, placed, one));
}

/** Mentions that the same words are about: “#12, #13 and #14”. */
function groups(all: readonly RemoteMention[], text: string): RemoteMention[][] {
  const found: RemoteMention[][] = [];
  for (const mention of all) {
    const group = found.at(-1);
    const last = group?.at(-1);
    if (
      group !== undefined &&
      last !== undefined &&
      /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|\+\s*)$/.test(text.slice(last.end, mention.start))
    )
      group.push(mention);
    else found.push([mention]);
  }
  return found;
}

/** Without emphasis, and with single spaces. */
function plain(text: string): string {
  return text.replace(/[*_]+/g, "").replace(/\s+/g, " ");
}

function nameOf({ mention: { reference } }: RemoteReading): string {
  return `${reference.repository?.toLowerCase() ?? ""}#${reference.number}`;
}

function claim(document: Document, placed: AttributedInline, { mention, called, says }: RemoteReading): RemoteClaim {
  const { inline } = placed;
  const { text, plain: words, location } = sliceInline(inline, mention.start, mention.end);
  const { reference } = mention;
  const merge = says === "merged" || (says === "settled" && called === "pull");
  const state = says === "open" ? "open" : says === "settled" ? "closed" : "exists";
  const shared = {
    document: document.role,
    identity: `${scopeOf(placed)}/${merge ? "merged" : state} ${reference.repository ?? ""}#${reference.number}`,
    text: words === "" ? text : words,
    location,
    quote: quoteAround(inline, mention.start, mention.end),
    reference,
    called,
  };
  return merge ? { kind: "merge", ...shared } : { kind: "issue-state", says: state, ...shared };
}
