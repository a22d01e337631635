import type { PackageFacts, PathFacts } from "../core/fact.ts";

const name = "package.json";

/** Reads the scripts of every package.json of a tree. Those that are not JSON are named, not taken for empty ones. */
export function packageFacts(paths: Pick<PathFacts, "named" | "read">): PackageFacts {
  const found = paths.named(name);
  const scripts = new Set<string>();
  let gap = found.length === 0 ? "there is no package.json" : undefined;
  for (const path of found) {
    const read = scriptsIn(path, paths);
    if (typeof read === "string") gap ??= read;
    else for (const script of read) scripts.add(script);
  }
  return { paths: found, scripts, gap };
}

/** The names of its scripts, or why there are none to be read. */
function scriptsIn(path: string, paths: Pick<PathFacts, "read">): readonly string[] | string {
  const result = paths.read(path);
  if (!result.ok) return `${path} cannot be read: ${result.detail}`;
  try {
    const parsed: unknown = JSON.parse(result.text.replace(/^\uFEFF/, ""));
    if (!isObject(parsed)) return `${path} is no JSON object`;
    return isObject(parsed["scripts"]) ? Object.keys(parsed["scripts"]) : [];
  } catch {
    return `${path} is not JSON`;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
