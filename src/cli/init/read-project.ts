import type { AuditModel } from "../../core/audit-model.ts";
import { entryRoles } from "../../core/entry-role.ts";
import { stageOf } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";
import { buildModel, type Opened } from "../../lint.ts";
import { findQueueByContent } from "./find-queue.ts";
import { guessSections, type GuessedSection } from "./guess-sections.ts";
import { nestedProjects } from "./nested-projects.ts";
import { fittingPattern, type FittingPattern } from "./spec-pattern.ts";

/** What `init` found in a repository. */
export interface Project {
  /** As it is read with the guesses. */
  readonly model: AuditModel;
  /** The same, with plain bullets as entries. */
  readonly withPlain: AuditModel;
  /** Headings of the queue without a role. */
  readonly sections: readonly GuessedSection[];
  /** Set when the queue was found by what is in it. */
  readonly foundByContent: boolean;
  readonly pattern: FittingPattern | undefined;
  /** Status words of specs that no status of the ladder is written with, and how often. */
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** Directories that plan their own work. */
  readonly nested: readonly string[];
}

/** Looks at the contents of a repository that has no configuration. */
export function readProject(opened: Opened): Project {
  const { snapshot } = opened;
  const byName = opened.model.settings.queue?.path;
  const found = byName ?? findQueueByContent(opened);
  const settings: Settings =
    found === undefined
      ? opened.model.settings
      : { ...opened.model.settings, queue: { path: found, configured: true } };
  const sections = guessSections(buildModel(snapshot, settings));
  const guessed = withSections(settings, sections);
  const model = buildModel(snapshot, guessed);
  return {
    model,
    withPlain: buildModel(snapshot, { ...guessed, shapes: [...guessed.shapes, "plain"] }),
    sections,
    foundByContent: byName === undefined && found !== undefined,
    pattern: fittingPattern(opened),
    unknownStatuses: unknownStatuses(model),
    nested: nestedProjects(snapshot),
  };
}

function withSections(settings: Settings, sections: readonly GuessedSection[]): Settings {
  const own = (role: string): string[] => sections.filter((one) => one.role === role).map(({ title }) => title);
  const roles = [...entryRoles, "prose" as const].map((role) => [role, [...own(role), ...settings.sections[role]]]);
  return { ...settings, sections: Object.fromEntries(roles) as unknown as Settings["sections"] };
}

function unknownStatuses({ facts, settings }: AuditModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of facts.specs.all)
    if (status !== undefined && stageOf(status, settings.statuses) === undefined)
      counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
