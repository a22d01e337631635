import { diffArrays } from "diff";

/** A line of a comparison: kept, only in the old text, or only in the new one. Lines keep their endings. */
export interface DiffLine {
  readonly kind: " " | "-" | "+";
  readonly text: string;
}

/** Beyond so many lines that only changed their places, nothing is kept between the first and the last of them: the shortest way takes the square of them. */
const mostMoved = 4000;

/** The shortest way from one list of lines to another; between lines that are kept, what goes comes before what is new. */
export function lineDifference(before: string, after: string): DiffLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const start = commonStart(old, fresh);
  const end = commonStart(old.slice(start).reverse(), fresh.slice(start).reverse());
  const [oldRest, freshRest] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  return [
    ...old.slice(0, start).map(kept),
    ...difference(oldRest, freshRest),
    ...old.slice(old.length - end).map(kept),
  ];
}

function difference(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [from, to] = [0, 0];
  for (const [oldEnd, freshEnd] of [...keptPlaces(old, fresh), [old.length, fresh.length] as const]) {
    for (const text of old.slice(from, oldEnd)) lines.push({ kind: "-", text });
    for (const text of fresh.slice(to, freshEnd)) lines.push({ kind: "+", text });
    const text = old[oldEnd];
    if (text !== undefined) lines.push(kept(text));
    [from, to] = [oldEnd + 1, freshEnd + 1];
  }
  return lines;
}

/** Where the lines are that both texts keep, by their places in both. */
function keptPlaces(old: readonly string[], fresh: readonly string[]): (readonly [old: number, fresh: number])[] {
  // A line that only one text has is never kept, and most changes are nothing else: it is not a part of the comparison.
  const [places, freshPlaces] = [placesOf(old, new Set(fresh)), placesOf(fresh, new Set(old))];
  const parts = diffArrays(
    places.map((place) => old[place]),
    freshPlaces.map((place) => fresh[place]),
    { maxEditLength: mostMoved },
  );
  const found: [number, number][] = [];
  let [at, freshAt] = [0, 0];
  for (const { added, removed, count } of parts ?? []) {
    if (!added && !removed)
      for (let index = 0; index < count; index += 1)
        found.push([places[at + index] ?? 0, freshPlaces[freshAt + index] ?? 0]);
    if (!added) at += count;
    if (!removed) freshAt += count;
  }
  return found;
}

function placesOf(lines: readonly string[], wanted: ReadonlySet<string>): number[] {
  return lines.flatMap((line, place) => (wanted.has(line) ? [place] : []));
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at === -1 ? one.length : at;
}

function kept(text: string): DiffLine {
  return { kind: " ", text };
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
