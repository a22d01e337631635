import { matchAtOnce, specNameReader } from "../../core/spec-name.ts";
import type { Opened } from "../../lint.ts";

/** How directories of specs are named elsewhere, the most common way first. */
const patterns = [
  "^(?<number>\\d+)-(?<slug>[^\\s-].*)$",
  "^(?<number>\\d+)[_. ](?<slug>\\S.*)$",
  "^[A-Za-z]{1,10}[-_](?<number>\\d+)[-_](?<slug>\\S.*)$",
  "^(?<number>\\d{4}-\\d{2}-\\d{2})-(?<slug>\\S.*)$",
];

/** A pattern that fits more of the directories than the one that is used. */
export interface FittingPattern {
  readonly pattern: string;
  readonly fits: number;
  readonly of: number;
}

/** The pattern that fits most directories of specs; undefined when the one that is used fits as many. */
export function fittingPattern({ snapshot, model }: Pick<Opened, "snapshot" | "model">): FittingPattern | undefined {
  const { root, all } = model.facts.specs;
  if (root === undefined) return undefined;
  const names = snapshot.entries(root).flatMap(({ kind, name }) => (kind === "directory" ? [name] : []));
  const counted = patterns.map((pattern) => {
    const read = specNameReader(pattern, matchAtOnce)(names);
    return { pattern, fits: read.filter((name) => name !== undefined).length, of: names.length };
  });
  const [best] = counted.sort((one, other) => other.fits - one.fits);
  return best !== undefined && best.fits > all.length ? best : undefined;
}
