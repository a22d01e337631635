import type { Candidate } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { isPlaceholder } from "../../core/placeholder.ts";

/** What an entry says in some of its lines, without fields and lines that only hold the place of an answer. */
export function answers({ body, fields }: Candidate, inlines: readonly Inline[] = body): readonly string[] {
  return inlines.flatMap((inline) => {
    const within = fields.filter(
      ({ location }) => inline.location.offset <= location.offset && location.offset < inline.location.endOffset,
    );
    const open = within.filter(({ value }) => isPlaceholder(value.plain));
    if (open.length === 0) return isPlaceholder(inline.plain) ? [] : [inline.plain];
    return within.filter((field) => !open.includes(field)).map(({ text }) => text);
  });
}
