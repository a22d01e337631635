import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import type { Location } from "../../core/location.ts";
import type { UnitLink } from "../../core/unit.ts";
import { replaceText } from "./replace-text.ts";
import { citeAs } from "./rewrite-path.ts";

/**
 * Makes a link lead to where its unit was moved; words of the link that name the same file follow it. Undefined unless it named that very file:
 * what else is meant cannot be told.
 */
export function relinkUnit(
  { target, caption }: Pick<UnitLink, "target" | "caption">,
  location: Location,
  { path, facts }: { readonly path: string; readonly facts: Facts },
): Fix | undefined {
  const name = path.slice(path.lastIndexOf("/"));
  if (!target.endsWith(name)) return undefined;
  const fix = citeAs({ kind: "path", source: "link", target, location }, path, facts);
  if (fix === undefined || !caption.endsWith(name)) return fix;
  const words = replaceText(location, [`[${caption}]`, `[${path}]`], facts);
  return words === undefined ? undefined : { ...fix, edits: [...words, ...fix.edits] };
}
