import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { SpecFacts, SpecPackage } from "../core/fact.ts";
import { lazily } from "../core/lazily.ts";

/** Looks packages up by slugs first: titles cost a read of every package. "X v1" and "X" are one thing, "X v2" is another. */
export function titledSpecs(
  all: readonly SpecPackage[],
  bySlug: () => ReadonlyMap<string, SpecPackage>,
): SpecFacts["titled"] {
  const keyed = lazily(() =>
    all.map((spec) => {
      const key = entryKey(spec.title ?? "");
      return { spec, key, bare: withoutFirstVersion(key) };
    }),
  );
  const byKey = lazily(() => firstBy(keyed(), ({ key }) => key));
  // In most repositories no title ends in “v1”.
  const byBareKey = lazily(() =>
    keyed().some(({ key, bare }) => bare !== key) ? firstBy(keyed(), ({ bare }) => bare) : byKey(),
  );
  const find = (title: string): SpecPackage | undefined => {
    const key = entryKey(title);
    if (key === "") return undefined;
    const bare = withoutFirstVersion(key);
    const slugged = bySlug().get(entrySlug(title)) ?? bySlug().get(entrySlug(bare));
    return slugged ?? byKey().get(key)?.spec ?? byBareKey().get(bare)?.spec;
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

/** The elements by a key, the first where several share one. */
export function firstBy<Item>(all: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of all) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}
