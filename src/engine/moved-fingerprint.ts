import type { Finding } from "../core/finding.ts";

/** Where a document is now, by its path of before; undefined for one that did not move. */
export type PathMapping = (path: string) => string | undefined;

/** The fingerprint that a finding has when its document has moved, and nothing else has changed. */
export function movedFingerprint(
  { rule, path, fingerprint }: Pick<Finding, "rule" | "path" | "fingerprint">,
  moved: PathMapping,
): string {
  const to = moved(path);
  const start = `${rule}:${path}:`;
  return to !== undefined && fingerprint.startsWith(start)
    ? `${rule}:${to}:${fingerprint.slice(start.length)}`
    : fingerprint;
}
