import type { UnrecognisedDirectory } from "../core/fact.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { SpecDirectories } from "./spec-directories.ts";

/** Files of a package beside the spec itself. */
const packageFiles = ["plan.md", "tasks.md"];

/** The directories that the pattern does not match, each with whether it holds a file of a spec package. Lists each of them. */
export function unrecognisedDirectories(
  snapshot: Snapshot,
  { unrecognised }: SpecDirectories,
  { specFiles }: Pick<Settings, "specFiles">,
): UnrecognisedDirectory[] {
  return unrecognised.map(({ text, location }) => ({
    text,
    location,
    holdsSpec: snapshot
      .entries(location.path)
      .some(({ name, kind }) => kind === "file" && (specFiles.includes(name) || packageFiles.includes(name))),
  }));
}

/** Why numbers say nothing here, when fewer than half of the directories of specs have one. */
export function unnumberedSpecs(
  roots: readonly string[],
  numbered: number,
  unrecognised: readonly UnrecognisedDirectory[],
): string | undefined {
  const without = unrecognised.filter(({ holdsSpec }) => holdsSpec).length;
  if (numbered >= without) return undefined;
  const all = `the ${numbered + without} directories of specs below ${roots.join(" and ")}`;
  if (numbered === 0) return `none of ${all} has a number`;
  return `only ${numbered} of ${all} ${numbered === 1 ? "has" : "have"} a number`;
}
