import { planningRoles, type Settings } from "../../core/settings.ts";

/** The paths of the planning documents, without those that the repository does not have. */
export function planningPaths(settings: Settings): string[] {
  return planningRoles.flatMap((role) => settings[role]?.path ?? []);
}
