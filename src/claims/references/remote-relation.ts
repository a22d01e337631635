import { codeMark } from "./remote-mentions.ts";

/** What words say about the numbers that they are around. `settled`: work was closed, fixed or resolved by it. */
export type RemoteRelation = "merged" | "settled" | "open" | "exists";

export interface RemoteWords {
  readonly called: "pull" | "issue" | "unknown";
  /** Undefined when nothing shows that the number is one of an issue or a pull request at all. */
  readonly says: RemoteRelation | undefined;
}

/** The words of one sentence around a mention, or around several that are joined by commas and “and”. Markup and code are masked. */
export interface RemoteContext {
  readonly before: string;
  readonly after: string;
  /** The mention names its repository, by an address or by `owner/name#`. */
  readonly qualified: boolean;
  /** What the address calls it. */
  readonly called: RemoteWords["called"];
}

const kindWord = /(?:^|[^\w-])(PRs?|pull[- ]requests?|issues?|bugs?):?\s?[[(]?$/i;
const merged = /\b(?:merged|landed)(?::|\s(?:in|via|by|through):?)?\s?[[(]?$/i;
const settled = /\b(?:closed|fixed|resolved)(?:\s(?:by|in|via|through|with)):?\s?[[(]?$/i;
/** Work is not “delivered in #3” unless #3 is called a pull request: plans number other things, too. */
const delivered =
  /\b(?:implemented|delivered|shipped|addressed|completed|done)\s(?:by|in|via|through|with):?\s?[[(]?$/i;
const open = /(?:^|[^\w-])open:\s?[[(]?$|\b(?:still|remains?|stays?)\sopen:?\s?[[(]?$/i;
const openOf = /(?:^|[^\w-])open\s(?:PRs?|pull[- ]requests?|issues?|bugs?):\s?[[(]?$/i;
const tracked = /\b(?:fixes|closes|resolves|tracked\s(?:in|by|as|at)|filed\sas|reported\s(?:in|as)):?\s?[[(]?$/i;
const isMerged =
  /^[\])]*\s?(?:(?:is|are|was|were|has been|have been|got)\s(?:now\s|already\s|since\s)?merged\b|\(?merged(?=[).,;]|$|\s(?:on|in|at|by)\b))(?!\s(?:with|into\s#))/i;
const isClosed =
  /^[\])]*\s?(?:(?:is|are|was|were|has been|have been|got)\s(?:now\s|already\s|since\s)?(?:closed|fixed|resolved)\b|\(?closed(?=[).,;]|$))/i;
const isOpen = /^[\])]*\s?(?:(?:is|are|remains?|stays?)\s(?:still\s)?open\b|\(?(?:still\s)?open(?=[).,;]|$))/i;

/** Words that make it a condition, a plan, a question or a thing of the past. */
const hypothetical =
  /\b(?:if|once|when|until|unless|before|after|whether|while|as soon as|waits?|waiting|not|never|no|neither|to be|be|should|could|would|may|might|must|can|will|cannot|except|expected|planned|assum\w+|example|instead)\b|n['’]t\b/i;
const undone =
  /\b(?:in review|drafts?|pending|unmerged|not yet|once merged|when merged|awaiting|reopened|reverted|reverts?|as of|at the time|back then)\b|\?\s*$|~~/i;
/** Another project, another tracker, or struck out. */
const elsewhere =
  /\b(?:upstream|downstream|forks?|vendors?|third[- ]party|jira|gitlab|bitbucket|redmine|bugzilla|linear|trac|gitea|forgejo|codeberg)\b|~~/i;
const ofAnother = new RegExp(
  String.raw`^[\])]*\s(?:of|in|from|at)\s(?:the\s)?(?:[\w.-]+/[\w.-]|${codeMark})|^[\])]*\s(?:of|from)\s(?:the\s)?[A-Z]`,
);
/** “#1 priority”, “merged #2 into #3”. */
const noNumber = /^[\])]*\s(?:into|onto|priority|prio|most|thing|item|reason|choice|pick|goal|risk|candidate|spec)\b/i;
/** What may be before “issue #45” when the issue is one of this repository; “Laravel issue #45” is not. */
const leadWords = new Set(
  "in by via with from of the our this these and or see also through under on for to per as is are was were at still remains closed fixed open merged tracked resolved closes fixes resolves landed implemented delivered shipped addressed completed done github new".split(
    " ",
  ),
);

/** Reads what a sentence says about a mention in it. */
export function remoteRelation(context: RemoteContext): RemoteWords {
  const { before, after, qualified } = context;
  const kind = kindWord.exec(before);
  const called = kindOf(kind, context);
  const lead = leadOf(before, kind);
  if (!qualified && isOfAnother(context, lead)) return { called, says: undefined };
  const certain = qualified || called !== "unknown";
  const state = stateBefore(before, lead, called) ?? (certain ? stateAfter(after) : undefined);
  // A doubtful “not yet merged in #9” still says that #9 is a number of the tracker.
  if (state !== undefined && !isDoubtful(context)) return { called, says: state };
  const isNamed = [state !== undefined, certain, tracked.test(before)].includes(true);
  return { called, says: isNamed ? "exists" : undefined };
}

function isDoubtful({ before, after }: RemoteContext): boolean {
  return hypothetical.test(clauseOf(before)) || undone.test(before + after) || noNumber.test(after);
}

/** The words before “issue” or “pull request”. */
function leadOf(before: string, kind: RegExpExecArray | null): string {
  return kind === null ? before : before.slice(0, kind.index + (/^[^\w-]/.test(kind[0]) ? 1 : 0));
}

function kindOf(kind: RegExpExecArray | null, { called }: RemoteContext): RemoteWords["called"] {
  const word = kind?.[1];
  if (called !== "unknown" || word === undefined) return called;
  return /^p/i.test(word) ? "pull" : "issue";
}

/** Whether a number without a repository is one of another tracker, or not a number of a tracker at all. */
function isOfAnother({ before, after }: RemoteContext, lead: string): boolean {
  return elsewhere.test(before + after) || ofAnother.test(after) || noNumber.test(after) || !isOurs(lead);
}

function stateBefore(before: string, lead: string, called: RemoteWords["called"]): RemoteRelation | undefined {
  if (merged.test(lead)) return "merged";
  if (settled.test(lead) || (called === "pull" && delivered.test(lead))) return "settled";
  return open.test(lead) || openOf.test(before) ? "open" : undefined;
}

function stateAfter(after: string): RemoteRelation | undefined {
  if (isMerged.test(after)) return "merged";
  if (isClosed.test(after)) return "settled";
  return isOpen.test(after) ? "open" : undefined;
}

function isOurs(lead: string): boolean {
  const last = lead.split(/[\s([]/).findLast((word) => word !== "") ?? "";
  return last === "" || /[:;,.!?|>→—–-]$/.test(last) || leadWords.has(last.toLowerCase());
}

/** What follows the last comma, semicolon or bracket: a condition further away is about something else. */
function clauseOf(before: string): string {
  return before.slice(
    Math.max(...[",", ";", "(", "—", "–"].map((mark) => before.trimEnd().slice(0, -1).lastIndexOf(mark))) + 1,
  );
}
