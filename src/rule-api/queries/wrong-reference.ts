import type { Resolution } from "../../core/unit.ts";

export interface WrongReference {
  readonly kind: "missing" | "moved";
  /** Where the truth is. */
  readonly path: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What is wrong with a reference, in words for messages; undefined when nothing is. */
export function wrongWords(resolution: Resolution): WrongReference | undefined {
  if (resolution.kind === "moved") {
    const { path } = resolution.unit;
    return { kind: "moved", path, data: { path } };
  }
  if (resolution.kind !== "missing") return undefined;
  const { root, nearest } = resolution;
  const near = nearest === undefined ? "" : `; the nearest is ${nearest.name.text}`;
  return { kind: "missing", path: root, data: { root, nearest: near } };
}
