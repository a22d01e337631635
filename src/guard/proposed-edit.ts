import type { Snapshot } from "../core/snapshot.ts";
import type { ForeseenEdit } from "./edited-snapshot.ts";
import { patchedTexts } from "./patched-texts.ts";

/** A change that an agent is about to make. Paths are as the agent wrote them: absolute, or relative to where it is. */
export type ProposedEdit =
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | { readonly kind: "replace"; readonly path: string; readonly replacements: readonly Replacement[] }
  /** In the format of `apply_patch`. */
  | { readonly kind: "patch"; readonly patch: string };

export interface Replacement {
  readonly before: string;
  readonly after: string;
  readonly all: boolean;
}

export function foresee(
  edit: ProposedEdit,
  snapshot: Snapshot,
  toPath: (path: string) => string | undefined,
): ForeseenEdit {
  if (edit.kind === "patch") return patchedTexts(edit.patch, snapshot, toPath);
  const path = toPath(edit.path);
  if (path === undefined) return { texts: new Map() };
  if (edit.kind === "text") return { texts: new Map([[path, edit.text]]) };
  const read = snapshot.read(path);
  if (!read.ok && read.reason !== "missing") return { reason: `${path} cannot be read: ${read.detail}.` };
  const text = replaced(read.ok ? read.text : "", edit.replacements);
  return text === undefined
    ? { reason: `What the edit replaces is not in ${path}.` }
    : { texts: new Map([[path, text]]) };
}

/** Undefined when one of them fits nowhere. An empty text is replaced in an empty file only. */
function replaced(text: string, replacements: readonly Replacement[]): string | undefined {
  let result = text;
  for (const { before, after, all } of replacements) {
    if (before === "" ? result !== "" : !result.includes(before)) return undefined;
    result = all && before !== "" ? result.replaceAll(before, () => after) : result.replace(before, () => after);
  }
  return result;
}
