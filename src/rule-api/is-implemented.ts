import { stageOf } from "../core/ladder.ts";
import type { Settings } from "../core/settings.ts";

/**
 * Whether a status says that the thing exists in the product: by the built-in ladder “implemented but not productized”
 * does, “not implemented”, “partially implemented” and “foundation-only” do not.
 */
export function isImplemented(status: string, { ladder }: Pick<Settings, "ladder">): boolean {
  return stageOf(/[`*_]/.test(status) ? status.replace(/[`*_]/g, "") : status, ladder) === "implemented";
}
