import {
  defineRule,
  entriesIn,
  lazily,
  lineEnd,
  noOptions,
  prefixOf,
  removeLines,
  selectAmongActive,
  sourceLines,
  suggestText,
  textAt,
  type EmptyQueueClaim,
  type Facts,
  type Fix,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a sentence that says how full the active queue is to agree with its entries",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    notEmpty: {
      message: "The active section says that nothing is left, but holds {entries}.",
      fact: "the active section holds {entries}; the first is “{first}” at line {line}",
      help: "Drop the sentence, or move the entries to the section where they belong.",
    },
    otherCount: {
      message: "The active section says that it holds {said}, but it holds {entries}.",
      fact: "the active section holds {entries}",
      help: "Correct the number, or better leave it out: it will be wrong again.",
    },
  },
  check({ claims, facts, settings, report }) {
    const active = entriesIn("active", claims.of("candidate"));
    const eligible = lazily(
      () => selectAmongActive({ claims, facts, settings }).considered.filter((one) => one.eligible).length,
    );
    const entries = active.length === 1 ? "1 entry" : `${active.length} entries`;
    const [first] = active;
    for (const claim of claims.of("empty-queue")) {
      if (claim.count === active.length || (claim.pickable === true && claim.count === eligible())) continue;
      const factAt = first === undefined ? {} : { factAt: { path: first.location.path, line: first.location.line } };
      if (claim.count === 0 && first !== undefined) {
        report("notEmpty", claim, {
          data: { entries, first: first.title, line: first.location.line },
          ...factAt,
          fix: withoutSentence(claim, facts),
        });
      } else
        report("otherCount", claim, {
          data: { said: claim.count, entries },
          ...factAt,
          fix: corrected(claim, active.length, facts),
        });
    }
  },
});

/** Takes out the sentence, and its lines when nothing else is on them. */
function withoutSentence({ location }: EmptyQueueClaim, facts: Facts): Fix | undefined {
  const source = sourceLines(location.path, facts);
  if (source === undefined) return undefined;
  const before = prefixOf(source, location.offset);
  const after = source.text.slice(location.endOffset, lineEnd(source, location.endOffset));
  const space = /^ ?/.exec(after)?.[0].length ?? 0;
  const alone = /^\s*(?:[-*+]\s+)?[_*(]*$/.test(before) && /^[_*)]*\s*$/.test(after);
  const edit = alone
    ? removeLines(source, location)
    : { path: location.path, offset: location.offset, endOffset: location.endOffset + space, text: "" };
  return { kind: "suggest", description: "Take out the sentence.", edits: [edit] };
}

const statement =
  /\b(?:\d{1,4}|zero|one|two|three|four|five|six|seven|eight|nine|ten) (active|open) (candidate|entr|item)(?:y|ies|s)?( remain| is| are)?s?\b/i;
type Forms = Readonly<Record<string, readonly [one: string, many: string]>>;
const nouns: Forms = {
  candidate: ["candidate", "candidates"],
  entr: ["entry", "entries"],
  item: ["item", "items"],
};
const verbs: Forms = {
  " remain": [" remains", " remain"],
  " is": [" is", " are"],
  " are": [" is", " are"],
};

/** Puts the number of entries in the place of the one that the sentence says, with noun and verb to match. */
function corrected({ location }: EmptyQueueClaim, entries: number, facts: Facts): Fix | undefined {
  const source = sourceLines(location.path, facts);
  const found = source && statement.exec(textAt(source, location));
  if (!found) return undefined;
  const [said, kind = "", noun = "", verb = ""] = found;
  const inForm = (word: string, forms: Forms): string => forms[word.toLowerCase()]?.[entries === 1 ? 0 : 1] ?? word;
  const words = `${entries} ${kind} ${inForm(noun, nouns)}${inForm(verb, verbs)}`;
  return suggestText(location, [said, words], facts);
}
