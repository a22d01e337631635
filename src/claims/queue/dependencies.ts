import type { Candidate, DependencyClaim, EntryName, Field } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { lazily } from "../../core/lazily.ts";
import { namesIn, plainNames } from "./entry-name.ts";

/** What the dependency fields of entries name: specs, titles in code, bold or links, or plain titles between commas. */
export function dependencies(candidates: readonly Candidate[]): DependencyClaim[] {
  const titles = lazily(
    (): ReadonlySet<string> => new Set(candidates.flatMap(({ key, aliases }) => [key, ...aliases])),
  );
  return candidates
    .filter(({ fields }) => fields.some(isDependency))
    .flatMap((candidate) => {
      return candidate.fields
        .filter(isDependency)
        .flatMap((field) => [field.value, ...field.items])
        .flatMap((inline) => namedBy(inline, titles()).map((name) => toClaim(name, candidate)));
    });
}

function isDependency({ names }: Field): boolean {
  return names.includes("dependencies");
}

/** Beside names that are marked, plain words are names only when they are the title of an entry: what else is there explains. */
function namedBy(inline: Inline, titles: ReadonlySet<string>): EntryName[] {
  const marked = namesIn(inline);
  const plain = plainNames(inline).map((name) => titled(name, titles));
  if (marked.length === 0) return plain;
  const beside = plain.filter(
    (name) => titles.has(name.key) && !marked.some((other) => within(other.location, name.location)),
  );
  return [...marked, ...beside].sort((one, other) => one.location.offset - other.location.offset);
}

/** "Audit log (P1)" is the entry "Audit log", unless the parentheses belong to its title. */
function titled(name: EntryName, titles: ReadonlySet<string>): EntryName {
  const bare = entryKey(name.text.split(" (", 1)[0] ?? "");
  return titles.has(name.key) || !titles.has(bare) ? name : { ...name, key: bare };
}

function within(inner: EntryName["location"], outer: EntryName["location"]): boolean {
  return outer.offset <= inner.offset && inner.endOffset <= outer.endOffset;
}

function toClaim(name: EntryName, { key, title, role }: Candidate): DependencyClaim {
  return {
    ...name,
    kind: "dependency",
    document: "queue",
    identity: `${key} needs ${name.key}`,
    dependent: key,
    title,
    role,
  };
}
