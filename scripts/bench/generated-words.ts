/** A number from 0 to 1, the same ones in the same order for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const things =
  "berth tide mooring harbour lantern chart pilot cargo ferry quay anchor buoy lock signal crane deck cabin rope sail winch dredge beacon channel jetty".split(
    " ",
  );
export const kinds =
  "calendar ledger survey posters board export import report planner archive booking forecast register overview search history alerts permits roster invoices".split(
    " ",
  );
const words =
  "the harbour master plans every week by hand and nobody knows which berth is free when a ferry arrives late so that visitors wait at the counter while staff call the pilots one after the other to find out what has changed since morning".split(
    " ",
  );

/** A sentence of so many words. */
export function prose(count: number, random: () => number): string {
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? "");
  const sentence = chosen.join(" ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
