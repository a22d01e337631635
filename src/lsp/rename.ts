import type { Range, WorkspaceEdit } from "vscode-languageserver";
import type { Candidate } from "../core/claims/claim.ts";
import { UsageError } from "../core/errors.ts";
import type { Edit } from "../core/finding.ts";
import { overlaySnapshot } from "../core/overlay-snapshot.ts";
import { applyEdits } from "../engine/apply-edits.ts";
import { entryKey, keysOf, nameFormerTitle } from "../rule-api/index.ts";
import { targetsAt } from "./find-definitions.ts";
import { textOf, type Look, type Spot } from "./look.ts";
import { mentionsIn } from "./mentions.ts";
import { positioned, rangeIn } from "./positions.ts";
import { workspaceEdit } from "./workspace-edit.ts";
import type { Place } from "./workspace.ts";

/** The title of the entry at a place, which can be renamed there; undefined when there is no entry, or when its title is written in pieces. */
export function renamable(spot: Spot): { readonly range: Range; readonly placeholder: string } | undefined {
  const entry = entryAt(spot);
  const edit = entry === undefined ? undefined : titleEdit(entry, "", spot.look);
  const text = edit === undefined ? undefined : textOf(spot.look, edit.path);
  if (entry === undefined || edit === undefined || text === undefined || edit.path !== spot.path) return undefined;
  return { range: rangeIn(positioned(text), edit), placeholder: entry.title };
}

/** Gives an entry another title, with “(formerly …)” after it, and corrects whatever calls it by the old one. Throws a `UsageError` when it would not be read so. */
export function rename(
  place: Place,
  spot: Spot,
  { title, versioned }: { readonly title: string; readonly versioned: boolean },
): WorkspaceEdit | undefined {
  const entry = entryAt(spot);
  return entry === undefined
    ? undefined
    : workspaceEdit(place, renameEdits(entry, title.trim(), place.look), versioned);
}

function entryAt(spot: Spot): Candidate | undefined {
  const { mention } = targetsAt(spot);
  return mention?.declares;
}

function renameEdits(entry: Candidate, title: string, look: Look): readonly Edit[] {
  if (title === "" || /[\r\n`*_[\]|<>]/.test(title))
    throw new UsageError("This cannot be the title of an entry.", "Write it in one line, without markup.");
  const own = titleEdit(entry, title, look);
  if (own === undefined)
    throw new UsageError("The title of this entry is written in pieces.", "Change it by hand, and add “(formerly …)”.");
  if (entryKey(title) === entry.key) return [own];
  const { model } = look;
  const alias = nameFormerTitle(entry, entry.title, { claims: model.claims, facts: model.facts });
  const edits = [own, ...(alias?.edits ?? []), ...callers(entry, title, look)];
  refuseUnread(entry, { title, edits, look });
  return edits;
}

function titleEdit(entry: Candidate, title: string, look: Look): Edit | undefined {
  return within(entry.head, entry.title, { title, look });
}

interface NewTitle {
  readonly title: string;
  readonly look: Look;
}

/** The edit of the only place inside of another one that has the old title. */
function within(place: Candidate["head"], old: string, { title, look }: NewTitle): Edit | undefined {
  const written = (textOf(look, place.path) ?? "").slice(place.offset, place.endOffset);
  const at = written.indexOf(old);
  if (at === -1 || written.includes(old, at + 1)) return undefined;
  const offset = place.offset + at;
  return { path: place.path, offset, endOffset: offset + old.length, text: title };
}

/** What calls the entry by its title, beside the entries that are called so themselves: those are other claims. */
function callers(entry: Candidate, title: string, look: Look): Edit[] {
  const edits = mentionsIn(look.model)
    .filter(
      ({ declares, targets }) => declares === undefined && targets.some((one) => "entry" in one && one.entry === entry),
    )
    .flatMap(({ location }) => within(location, entry.title, { title, look }) ?? []);
  return [...new Map(edits.map((edit) => [`${edit.path}:${edit.offset}`, edit])).values()];
}

/** What is written must be read as the same entry under both titles. */
function refuseUnread({ title: old }: Candidate, { title, edits, look }: NewTitle & { edits: readonly Edit[] }): void {
  const paths = [...new Set(edits.map(({ path }) => path))];
  const texts = new Map(
    paths.map((path) => [
      path,
      applyEdits(
        textOf(look, path) ?? "",
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
  const { model } = look.audit(overlaySnapshot(look.snapshot, texts));
  const found = model.claims.of("candidate").find(({ key }) => key === entryKey(title));
  if (found !== undefined && keysOf(found).includes(entryKey(old))) return;
  throw new UsageError("Under that title the entry would not be read as the same one.", "Change it by hand.");
}
