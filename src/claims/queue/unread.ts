import type { UnreadClaim } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { accountOf, type AccountedPart } from "./account.ts";
import type { ReadSection } from "./read-sections.ts";

const reasons: Readonly<Record<AccountedPart["form"], string>> = {
  item: "it does not begin with a title in code, in bold, as a link, before an arrow or after a box",
  row: "no header says which column holds the titles",
  paragraph: "it is neither a heading nor a bullet, and not a sentence",
  heading: "it has no words",
  markup: "it is HTML",
};

const cut = "a blank line or a comment cuts it off from the header of its table";
const labelled = "its label begins as that of a field does, so it may be a title or a note";
const nested = "it is below a bullet that is a note";

/** What sections with a role hold, and nothing was read of. */
export function unreadInQueue(sections: readonly ReadSection[], settings: Settings): UnreadClaim[] {
  return sections.flatMap((read) =>
    accountOf(read, settings)
      .filter(({ as }) => as === "unread")
      .map((part) => toClaim(part, read.section.heading.plain)),
  );
}

function toClaim({ form, words, location, isNested, isLabelled, sign }: AccountedPart, section: string): UnreadClaim {
  const isCut = form === "paragraph" && words.startsWith("|");
  return {
    kind: "unread",
    document: "queue",
    identity: `unread ${entryKey(words).slice(0, 80)}`,
    text: words,
    location,
    form: isCut ? "row" : form,
    section,
    reason: isCut ? cut : isNested === true ? nested : isLabelled === true ? labelled : reasons[form],
    sign,
    certain: true,
  };
}
