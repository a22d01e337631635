import type { Candidate, DeferralTriggerClaim, Field, SpecTarget } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import type { Location } from "../../core/location.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { periodsIn } from "./period.ts";
import { quoteAround, sentences, type Sentence } from "../prose/sentences.ts";
import { specMentions, type SpecMention } from "../references/spec-target.ts";

/** Labels of fields that say what a deferral waits for. */
const triggerField =
  /^(?:revisit|re-?evaluate|re-?assess|reconsider|review (?:again|after|on|by)|next review|trigger|(?:deferred|parked|postponed|snoozed?|on hold|blocked|paused) (?:until|till|to)|until|not before|resume|waits? (?:for|until)|waiting (?:for|on)|blocked (?:by|on)|unblocked by)\b/;
/** Words in a sentence that make the date after them one that the entry waits for. "Deferred on" and "revisited" are history. */
const waits =
  /\b(?:revisit|reconsider|re-?evaluate|re-?assess|resume|be (?:revisited|reconsidered|resumed|re-?evaluated)|pick(?:ed)? up again|not before|(?:not|no) earlier than|(?:deferred|deferral|postponed|parked|delayed|pushed|on hold|held|paused|snoozed|blocked|frozen|shelved|extended|prolonged|waits?|waiting|stays?)[ \t\r\n(][^.;]{0,40}(?<=[\s(])(?:until|till|to))\b/gi;
const startsUntil = /^[\s:(—–-]*until\b/gi;
/** Words between those and the date. */
const leadToDate =
  /^[\s:*_]*(?:(?:on|in|after|by|at|from|until|till|to|not|before|earlier|than|the|end|of|start|beginning|early|mid|late|earliest|again)[\s-]+)*$/i;
/** In a field whose value goes on after its first date, the words that move that date. */
const moves = /\b(?:until|till|after|to|not before)\s+$/i;

/** What deferred and manual-only entries wait for: the end of a period, or specs. */
export function deferralTriggers(candidates: readonly Candidate[]): DeferralTriggerClaim[] {
  return candidates.filter(({ role }) => role === "deferred" || role === "manual").flatMap(ofCandidate);
}

function ofCandidate(candidate: Candidate): DeferralTriggerClaim[] {
  const fields = candidate.fields.filter((field) => triggerField.test(field.key));
  const body = candidate.body.filter(
    (inline) =>
      !fields.some(
        (field) =>
          touches(field.location, inline.location) ||
          field.items.some((item) => item.location.offset === inline.location.offset),
      ),
  );
  return [
    ...fields.flatMap((field) => ofField(field, candidate)),
    ...body.flatMap((inline) => ofText(inline, candidate)),
  ];
}

function ofField(field: Field, candidate: Candidate): DeferralTriggerClaim[] {
  const whole = (inline: Inline): Sentence => ({ start: 0, end: inline.text.length, text: inline.text });
  return [field.value, ...field.items]
    .flatMap((inline) => [
      ...periodsIn(inline.text)
        .filter(
          (period) =>
            leadToDate.test(inline.text.slice(0, period.start)) || moves.test(inline.text.slice(0, period.start)),
        )
        .map((period) => trigger(candidate, { inline, ...period }, { date: period.lastDay })),
      ...specMentions(inline)
        .filter(
          (mention) =>
            /^\s*(?:(?:until|till|after|once|when|the|completion of)\s+)*$/i.test(
              inline.text.slice(0, mention.start),
            ) && endsClause(inline.text.slice(mention.end)),
        )
        .flatMap((mention) => specTrigger(candidate, inline, mention)),
      ...ofSentence(inline, whole(inline), candidate),
    ])
    .filter((one, index, all) => all.findIndex((other) => other.location.offset === one.location.offset) === index);
}

function ofText(inline: Inline, candidate: Candidate): DeferralTriggerClaim[] {
  const first = inline === candidate.body[0] && candidate.shape !== "heading";
  const dated = sentences(inline).flatMap((sentence) => {
    const leads = [
      ...sentence.text.matchAll(waits),
      ...(first && sentence.start === 0 ? sentence.text.matchAll(startsUntil) : []),
    ].map((match) => match.index + match[0].length);
    return periodsIn(sentence.text)
      .filter(
        (period) =>
          leads.some((lead) => lead <= period.start && leadToDate.test(sentence.text.slice(lead, period.start))) &&
          !addsCondition(sentence.text.slice(period.end)),
      )
      .map((period) =>
        trigger(
          candidate,
          { inline, start: sentence.start + period.start, end: sentence.start + period.end },
          { date: period.lastDay },
        ),
      );
  });
  return [...dated, ...sentences(inline).flatMap((sentence) => ofSentence(inline, sentence, candidate))];
}

const waitsFor =
  /\b(?:wait(?:s|ing)?\s+(?:for|on)|blocked\s+(?:by|on)|pending|on hold for)\s+(?:the\s+|refreshed\s+)*$/i;
const until =
  /\b(?:until|till)\s+(?:after\s+)?(?:the\s+|refreshed\s+|(?:completion|delivery|implementation|release) of\s+)*$/i;
const after = /\b(?:after|once|when|as soon as)\s+(?:the\s+|refreshed\s+)*$/i;
const deferring =
  /\b(?:revisit|reconsider|re-?evaluate|defer|deferred|parked?|resume|pick(?:ed)? up|promote|only|hold|blocked|start|wait|waits)\b/i;
const denied = /\b(?:not|no longer|never|was|were|had been|longer)\s+(?:\w+\s+)?$/i;
const doneWords =
  "(?:implemented|done|shipped|landed|merged|completed?|finished|delivered|released|live|adopted|closed)";
const isDone = new RegExp(
  String.raw`^\s*(?:(?:is|are|has been|have been|gets?|was|were)\s+(?:fully\s+)?${doneWords}\b|(?:ships?|lands?|merges?|completes?|finish(?:es)?|closes?)\b)`,
  "i",
);
const presentlyDone = new RegExp(
  String.raw`^\s*(?:(?:is|are|has been|have been|gets?)\s+(?:fully\s+)?${doneWords}\b|(?:ships?|lands?|merges?|completes?|finish(?:es)?|closes?)\b)`,
  "i",
);

/** "until Spec 242 is implemented", "waits for Spec 242", "revisit after Spec 242 ships". "Deferred after Spec 242 shipped" is history. */
function ofSentence(inline: Inline, sentence: Sentence, candidate: Candidate): DeferralTriggerClaim[] {
  return specMentions(inline).flatMap((mention) => {
    if (mention.start < sentence.start || mention.end > sentence.end + 1) return [];
    const before = inline.text.slice(sentence.start, mention.start);
    const rest = inline.text.slice(mention.end, Math.max(sentence.end, mention.end));
    return isWaiting(before, rest) ? specTrigger(candidate, inline, mention) : [];
  });
}

/** Whether the words before and after a spec say that something waits for it. */
function isWaiting(before: string, rest: string): boolean {
  const lead = [waitsFor, until, after].find((words) => words.test(before));
  if (lead === undefined || denied.test(before.slice(0, lead.exec(before)?.index)) || addsCondition(rest)) return false;
  if (lead === waitsFor) return endsClause(rest);
  return lead === until ? isDone.test(rest) || endsClause(rest) : presentlyDone.test(rest) && deferring.test(before);
}

/** Whether a clause ends after the reference: what follows is not about a part of the spec, such as its licence. */
function endsClause(rest: string): boolean {
  return (
    !addsCondition(rest) && (/^[\s*_]*(?:$|[.,;:)(—–]|-\s|(?:or|to|because|which)\b)/i.test(rest) || isDone.test(rest))
  );
}

/** A second condition, of which the repository says nothing: "and legal has signed". */
function addsCondition(rest: string): boolean {
  return /\b(?:and|unless|provided|but (?:only|when|once|if|after|not before))\b/i.test(rest.split(/[.;]/, 1)[0] ?? "");
}

function specTrigger(candidate: Candidate, inline: Inline, mention: SpecMention): DeferralTriggerClaim[] {
  return mention.targets.length === 0
    ? []
    : [trigger(candidate, { inline, start: mention.start, end: mention.end }, { targets: mention.targets })];
}

function trigger(
  candidate: Candidate,
  at: { inline: Inline; start: number; end: number },
  on: { date?: string; targets?: readonly SpecTarget[] },
): DeferralTriggerClaim {
  const piece = sliceInline(at.inline, at.start, at.end);
  const what = on.date ?? (on.targets ?? []).map(({ spec }) => `spec ${spec}`).join(" ");
  return {
    kind: "deferral-trigger",
    document: "queue",
    identity: `${candidate.key} waits for ${what}`,
    text: piece.plain,
    location: piece.location,
    // A bullet goes on after its title with a colon or a dash.
    quote: quoteAround(at.inline, at.start, at.end).replace(/^[:—–-]\s*/, ""),
    title: candidate.title,
    key: candidate.key,
    date: on.date,
    targets: on.targets ?? [],
  };
}

function touches(one: Location, other: Location): boolean {
  return one.offset < other.endOffset && other.offset < one.endOffset;
}
