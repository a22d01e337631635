import type { Snapshot } from "../core/snapshot.ts";
import { currentBranch } from "../source/git/current-branch.ts";
import type { NamedItem } from "./find-item.ts";
import { namesOfBranch } from "./find-item.ts";

/** Keys under which tools write the feature that is worked on into `.specify/feature.json`. */
const featureKeys = ["feature_directory", "featureDir", "feature_dir", "featureDirectory"] as const;
const featureFile = ".specify/feature.json";

/** What is worked on, as the tree says it: all names that `.specify/feature.json` gives, else those of the branch. Empty when neither says anything. */
export function namesFromTree(snapshot: Snapshot): readonly NamedItem[] {
  const feature = featureOf(snapshot);
  if (feature !== undefined) return [{ text: feature, from: "feature" }];
  const branch = currentBranch(snapshot.root);
  return branch === undefined ? [] : namesOfBranch(branch).map((text) => ({ text, from: "branch" as const }));
}

/** Undefined when there is no such file, or nothing can be read in it. */
function featureOf(snapshot: Snapshot): string | undefined {
  const read = snapshot.read(featureFile);
  if (!read.ok) return undefined;
  try {
    const value: unknown = JSON.parse(read.text);
    if (typeof value !== "object" || value === null) return undefined;
    const named = featureKeys.map((key) => (value as Record<string, unknown>)[key]);
    return named.find((one): one is string => typeof one === "string" && one.trim() !== "")?.trim();
  } catch {
    return undefined;
  }
}
