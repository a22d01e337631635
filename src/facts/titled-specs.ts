import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { SpecFacts, SpecPackage } from "../core/fact.ts";
import { lazily } from "../core/lazily.ts";

/** Looks packages up by slugs first: titles cost a read of every package. "X v1" and "X" are one thing, "X v2" is another. */
export function titledSpecs(
  all: readonly SpecPackage[],
  slugged: (slug: string) => SpecPackage | undefined,
): SpecFacts["titled"] {
  const byKey = lazily(() => firstBy(all, ({ titleKey }) => titleKey));
  // In most repositories no title ends in “v1”.
  const byBareKey = lazily(() =>
    all.some(({ titleKey }) => titleKey.endsWith(" v1"))
      ? firstBy(all, ({ titleKey }) => withoutFirstVersion(titleKey))
      : byKey(),
  );
  const find = (title: string): SpecPackage | undefined => {
    const key = entryKey(title);
    if (key === "") return undefined;
    const bare = withoutFirstVersion(key);
    return slugged(entrySlug(title)) ?? slugged(entrySlug(bare)) ?? byKey().get(key) ?? byBareKey().get(bare);
  };
  // Several rules ask for the same entries.
  const answers = new Map<string, SpecPackage | undefined>();
  return (title) => {
    if (!answers.has(title)) answers.set(title, find(title));
    return answers.get(title);
  };
}

function withoutFirstVersion(key: string): string {
  return key.replace(/ v1$/, "");
}

/** The packages by a key, the lowest number where several share one. */
function firstBy(all: readonly SpecPackage[], keyOf: (spec: SpecPackage) => string): ReadonlyMap<string, SpecPackage> {
  const found = new Map<string, SpecPackage>();
  for (const spec of all) {
    const key = keyOf(spec);
    if (!found.has(key)) found.set(key, spec);
  }
  return found;
}
