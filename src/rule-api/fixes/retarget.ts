import type { SpecTarget } from "../../core/claims/claim.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";
import type { Edit } from "../../core/finding.ts";
import { replaceText } from "./replace-text.ts";
import { sourceLines, textAt } from "./source-lines.ts";

const words = /^(?<before>(?:[Ss]pecs?|SPECS?)(?:\s+#?|-)|#?)(?<digits>\d+)(?<slugged>\s*\(\s*`[a-z0-9-]+`\s*\)?)?$/;

/** "Spec 242 (`operational-controls`)", as a promoted line names its target. */
export function specWords({
  digits,
  slug,
}: Pick<SpecPackage, "digits"> & { readonly slug: string | undefined }): string {
  return slug === undefined ? `Spec ${digits}` : `Spec ${digits} (\`${slug}\`)`;
}

/** Makes a target name another package, in the words that it is written in; undefined when they have no known form. */
export function retarget(target: SpecTarget, spec: SpecPackage, facts: Facts): readonly Edit[] | undefined {
  const source = sourceLines(target.location.path, facts);
  const text = source === undefined ? "" : textAt(source, target.location);
  const groups = words.exec(text)?.groups;
  // A path, or the words of a link, whose address would still point to the other one.
  if (groups === undefined)
    return target.slug === undefined
      ? undefined
      : replaceText(target.location, [`${target.digits}-${target.slug}`, spec.text], facts);
  const { before = "", slugged } = groups;
  if (slugged === undefined && target.slug !== undefined) return undefined;
  const { offset, endOffset, path } = target.location;
  return [{ path, offset, endOffset, text: `${before}${spec.digits}${withSlug(slugged ?? "", spec)}` }];
}

/** “(`241-seat-maps`)” and “(`seat-maps`)” for another package, in the same form. */
function withSlug(words: string, { text, slug }: SpecPackage): string {
  return words.replace(/`[a-z0-9-]+`/, `\`${/`\d+-/.test(words) ? text : slug}\``);
}
