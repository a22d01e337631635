import type { EntryName } from "../../core/claims/claim.ts";
import type { Inline, Span } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { looksLikeCode } from "./entry-title.ts";
import { specMentions, targetOfPath } from "../references/spec-target.ts";

/** What may follow a name that is the whole thing named; "the `Customer ID` column" names a column, and no entry. */
const afterName =
  /^[*_`]*\s*(?:$|[,;.():—–&+/]|-\s|->|→|(?:and|or|first|is|are|being|as|in|on|with|which|because|since|instead)\b)/i;

/** The specs, and the titles in code, bold and links, that an inline names, in its order. */
export function namesIn(inline: Inline): EntryName[] {
  const specs: readonly EntryName[] = specMentions(inline).flatMap((mention) =>
    mention.targets.map((target): EntryName => ({
      text: target.text,
      location: target.location,
      key: `spec ${target.spec}`,
      target,
      marked: true,
    })),
  );
  // What is known of two at one place goes first: a link around code is one name.
  const spans = [
    inline.links.map((link) => spanName(inline, link, link.url)),
    inline.codes.map((code) => spanName(inline, code)),
    inline.strongs.map((strong) => spanName(inline, strong)),
  ];
  return spans.reduce(
    (names, more) =>
      withDisjoint(
        names,
        more.filter((name) => name !== undefined),
      ),
    specs,
  ) as EntryName[];
}

/** Names in their order, and those of others that overlap none of them and none before. Both lists are in order. */
function withDisjoint(names: readonly EntryName[], others: readonly EntryName[]): readonly EntryName[] {
  const added: EntryName[] = [];
  let [index, end] = [0, 0];
  for (const name of others) {
    const { offset, endOffset } = name.location;
    while ((names[index]?.location.endOffset ?? Infinity) <= offset) index += 1;
    if (offset < end || (names[index]?.location.offset ?? Infinity) < endOffset) continue;
    added.push(name);
    end = endOffset;
  }
  return added.length === 0
    ? names
    : [...names, ...added].sort((one, other) => one.location.offset - other.location.offset);
}

function spanName(inline: Inline, span: Span, url?: string): EntryName | undefined {
  const text = span.text.trim();
  const path = targetOfPath(url ?? text);
  if (path !== undefined && !/^\d{4}-\d{2}(?:-|$)/.test(text)) {
    return {
      text,
      location: span.location,
      key: `spec ${path.spec}`,
      target: { ...path, text, location: span.location },
      marked: true,
    };
  }
  const key = entryKey(text);
  if (key === "") return undefined;
  const external = url !== undefined && !/^(?:#|[^:]*\.md(?:#|$))/.test(url);
  const rest = inline.text.slice(
    span.location.endOffset - inline.location.offset,
    span.location.endOffset - inline.location.offset + 16,
  );
  // One word in code or bold may be a product (`Redis`) or a stress; a link that stays inside names a heading or a document.
  const titled = url === undefined ? /\s/.test(text) : !external;
  const marked = titled && /^[\p{Lu}\p{N}]/u.test(text) && !isPathOrCode(text) && afterName.test(rest);
  return { text, location: span.location, key, target: undefined, marked };
}

function isPathOrCode(text: string): boolean {
  return looksLikeCode(text) || /\.[a-z]{1,5}$/.test(text) || (text.includes("/") && !text.includes(" "));
}

/** The pieces between commas and semicolons of an inline that marks no name. "None" is none. */
export function plainNames(inline: Inline): EntryName[] {
  return [...inline.text.matchAll(/[^,;]+/g)].flatMap((match) => {
    const piece = sliceInline(inline, match.index, match.index + match[0].length);
    const text = piece.plain.endsWith(".") ? piece.plain.slice(0, -1) : piece.plain;
    const key = entryKey(text);
    const none = /^(?:none|nothing|n\/a|-+|–|—|no)\b/i.test(text);
    return key === "" || none || text.length < 2
      ? []
      : [{ text, location: piece.location, key, target: undefined, marked: false }];
  });
}
