import { overlaySnapshot } from "../core/overlay-snapshot.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** A tree with the texts that an editor holds, by paths from the root. Texts of files that are not there are left out: nothing is there before it is saved. */
export function withTexts(snapshot: Snapshot, texts: ReadonlyMap<string, string>): Snapshot {
  const others = [...texts].filter(([path, text]) => {
    const read = snapshot.read(path);
    return read.ok && read.text !== text;
  });
  return others.length === 0 ? snapshot : overlaySnapshot(snapshot, new Map(others));
}
