import type { Candidate, DependencyClaim } from "../core/claim.ts";
import type { Inline } from "../core/document.ts";
import { namesIn, plainNames } from "./entry-name.ts";

/** What the dependency fields of entries name: specs, titles in code, bold or links, or plain titles between commas. */
export function dependencies(candidates: readonly Candidate[]): DependencyClaim[] {
  return candidates.flatMap((candidate) => {
    const fields = candidate.fields.filter((field) => field.names.includes("dependencies"));
    return fields.flatMap((field) => [field.value, ...field.items]).flatMap((inline) => dependenciesIn(inline, candidate));
  });
}

function dependenciesIn(inline: Inline, { key, title, role }: Candidate): DependencyClaim[] {
  const named = namesIn(inline);
  return (named.length > 0 ? named : plainNames(inline)).map((name) => ({
    ...name, kind: "dependency", document: "queue", identity: `${key} needs ${name.key}`, dependent: key, title, role,
  }));
}
