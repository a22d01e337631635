import type { SectionRole } from "./entry-role.ts";
import type { Settings } from "./settings.ts";
import { entryKey } from "./entry-key.ts";

/** Nouns that may follow a one-word alias: "Deferred items" is a section, "Active Directory sync" is not. */
const collective = new Set(
  "candidate candidates entry entries item items idea ideas spec specs work draft drafts queue backlog list section".split(
    " ",
  ),
);

/**
 * The role of a section by its heading: the longest alias that the heading begins with. An alias of one word
 * must be the whole heading, or be followed by punctuation or a collective noun.
 */
export function sectionRole(heading: string, settings: Pick<Settings, "sections">): SectionRole | undefined {
  const bare = heading.replace(/^[^\p{L}]+/u, "");
  const key = entryKey(bare);
  let best: { role: SectionRole; length: number } | undefined;
  for (const [role, aliases] of Object.entries(settings.sections) as [SectionRole, readonly string[]][]) {
    for (const alias of aliases) {
      const aliasKey = entryKey(alias);
      if (aliasKey.length > (best?.length ?? 0) && begins(bare, key, aliasKey))
        best = { role, length: aliasKey.length };
    }
  }
  return best?.role;
}

function begins(heading: string, key: string, alias: string): boolean {
  if (key === alias) return true;
  if (!key.startsWith(`${alias} `)) return false;
  if (alias.includes(" ")) return true;
  // "active-hall-selection" is a slug.
  if (/^-[\p{L}\p{N}]/u.test(heading.slice(alias.length))) return false;
  const next = key.slice(alias.length + 1).split(" ", 1)[0] ?? "";
  return collective.has(next) || !/^\s+[\p{L}\p{N}]/u.test(heading.slice(alias.length));
}
