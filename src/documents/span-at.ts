import type { Span } from "../core/document.ts";

/** The spans in document order, of which none holds another, as code and links of an inline are. Offsets are those of the source. */
type Spans<Kind extends Span> = readonly Kind[];

/** The span that covers an offset. */
export function spanAt<Kind extends Span>(spans: Spans<Kind>, offset: number): Kind | undefined {
  const before = spans[firstAfter(spans, offset) - 1];
  return before !== undefined && before.location.endOffset > offset ? before : undefined;
}

/** The spans that lie whole between two offsets. */
export function spansBetween<Kind extends Span>(spans: Spans<Kind>, start: number, end: number): Kind[] {
  const found: Kind[] = [];
  for (let index = firstAfter(spans, start - 1); (spans[index]?.location.endOffset ?? Infinity) <= end; index += 1)
    found.push(spans[index] as Kind);
  return found;
}

/** The index of the first span that begins after an offset: there may be thousands, and somebody asks for each. */
function firstAfter(spans: Spans<Span>, offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).location.offset > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
