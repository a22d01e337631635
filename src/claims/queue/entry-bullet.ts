import type { Candidate, EntryBulletClaim } from "../../core/claims/claim.ts";
import type { Document, ListItem, Section } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf } from "./entry-fields.ts";
import { bulletTitle, type EntryTitle } from "./entry-title.ts";

/** The bullets that were read as notes of a heading's entry although they begin like entries. */
export function entryBullets(
  document: Document,
  candidates: readonly Candidate[],
  settings: Settings,
): EntryBulletClaim[] {
  const holders = new Map(
    candidates.filter(({ shape }) => shape === "heading").map((candidate) => [candidate.location.offset, candidate]),
  );
  const visit = (section: Section): EntryBulletClaim[] => {
    const holder = holders.get(section.heading.location.offset);
    return [...(holder === undefined ? [] : bulletsOf(section, holder, settings)), ...section.children.flatMap(visit)];
  };
  return visit(document.root);
}

/** A list that a sentence with a colon announces ("Related:") belongs to the entry; so does what is below a field. */
function bulletsOf(section: Section, holder: Candidate, settings: Settings): EntryBulletClaim[] {
  return section.blocks.flatMap((block, index) => {
    const above = section.blocks[index - 1];
    if (block.kind !== "list" || (above?.kind === "paragraph" && above.content.plain.endsWith(":"))) return [];
    const own = block.items.filter((item) => item.location.offset < holder.extent.endOffset);
    return own.flatMap((item) => toClaim(item, holder, settings));
  });
}

function toClaim(item: ListItem, holder: Candidate, settings: Settings): EntryBulletClaim[] {
  if (fieldsOf(item, settings).length > 0) return [];
  const found = bulletTitle(
    item,
    settings.shapes.filter((shape) => shape === "code" || shape === "bold" || shape === "link"),
    true,
  );
  const sign = found === undefined ? undefined : signOf(item, found, settings);
  if (found === undefined || sign === undefined) return [];
  const key = entryKey(found.title);
  return [
    {
      kind: "entry-bullet",
      document: "queue",
      identity: `${holder.key} holds ${key}`,
      text: item.content.plain,
      location: item.content.location,
      title: found.title,
      key,
      holder: holder.title,
      sign,
    },
  ];
}

function signOf(item: ListItem, { targets }: EntryTitle, settings: Settings): string | undefined {
  if (targets[0] !== undefined) return `an arrow to ${targets[0].text}`;
  const nested = item.blocks
    .flatMap((block) => (block.kind === "list" ? block.items : []))
    .flatMap((child) => fieldsOf(child, settings));
  const known = nested.find((field) =>
    field.names.some((name) => name === "priority" || name === "status" || name === "anchors" || name === "reason"),
  );
  return known === undefined ? undefined : `a field “${known.label}” of its own`;
}
