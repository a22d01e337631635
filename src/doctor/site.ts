import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate, SectionRole } from "../core/claims/claim.ts";
import type { Location } from "../core/location.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** A repository in which drifts are planted. */
export interface Site {
  readonly model: AuditModel;
  readonly snapshot: Snapshot;
}

/** The new text of a file; undefined when this repository has no place for the drift. */
export type Drift = ReadonlyMap<string, string> | undefined;

/** Words that no repository has. */
export const canary = "Queue-lint canary";

export function textOf({ snapshot }: Site, path: string): string | undefined {
  const read = snapshot.read(path);
  return read.ok ? read.text : undefined;
}

/** Several entries; undefined when one of them is. */
export function entriesOf(...entries: readonly (string | undefined)[]): string | undefined {
  const known = entries.filter((one) => one !== undefined);
  return known.length === entries.length ? known.join("\n") : undefined;
}

/** Puts other words in the place of some. */
export function replace(site: Site, { path, offset, endOffset }: Location, words: string): Drift {
  const text = textOf(site, path);
  return text === undefined ? undefined : new Map([[path, text.slice(0, offset) + words + text.slice(endOffset)]]);
}

export function append(site: Site, path: string | undefined, lines: string): Drift {
  const text = path === undefined ? undefined : textOf(site, path);
  return path === undefined || text === undefined ? undefined : new Map([[path, `${text.trimEnd()}\n\n${lines}\n`]]);
}

/** Adds lines below the heading of the first section with a role. */
export function addTo(site: Site, role: SectionRole, lines: string | undefined): Drift {
  const section = site.model.claims.of("section").find((one) => one.role === role);
  const text = section === undefined ? undefined : textOf(site, section.location.path);
  if (section === undefined || text === undefined || lines === undefined) return undefined;
  const end = text.indexOf("\n", section.extent.offset);
  const at = end === -1 ? text.length : end + 1;
  return new Map([[section.location.path, `${text.slice(0, at)}\n${lines}\n${text.slice(at)}`]]);
}

/** An entry of that section, as its queue writes entries; undefined where entries are rows of a table, which have no room for one more anywhere. */
export function entry(
  site: Site,
  role: SectionRole,
  { title, fields = [] }: { readonly title: string; readonly fields?: readonly string[] },
): string | undefined {
  const candidates = site.model.claims.of("candidate");
  const shape = (candidates.find((one) => one.role === role) ?? candidates[0])?.shape ?? "heading";
  if (shape === "row") return undefined;
  const level = site.model.claims.of("section").find((one) => one.role === role)?.level ?? 2;
  if (shape === "heading")
    return [`${"#".repeat(level + 1)} ${title}`, "", ...fields.map((field) => `- ${field}`), ""].join("\n");
  const opening = {
    code: `\`${title}\``,
    bold: `**${title}**`,
    link: `**${title}**`,
    arrow: `**${title}**`,
    task: `[ ] ${title}`,
    plain: `**${title}**`,
  }[shape];
  return [`- ${opening}`, ...fields.map((field) => `  - ${field}`), ""].join("\n");
}

/** A spec number, as the repository writes numbers, that nothing has. */
export function unusedNumber({ model: { facts } }: Site): string {
  const width = Math.max(3, facts.specs.width);
  for (let number = 10 ** width - 24; number > 0; number -= 1)
    if (!facts.specs.has(number)) return String(number).padStart(width, "0");
  return "0".repeat(width);
}

export function candidateIn({ model }: Site, role: Candidate["role"]): Candidate | undefined {
  return model.claims.of("candidate").find((one) => one.role === role);
}
