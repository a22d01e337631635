import type { Finding } from "../core/finding.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";
import { hiddenBecause, isExisting } from "./summary-lines.ts";

const styles = { error: "31", warning: "33", info: "36", bold: "1", dim: "2", good: "32" } as const;

export type Paint = (style: keyof typeof styles, words: string) => string;

/** Colours words, or leaves them as they are. */
export function painter({ color }: Pick<RenderOptions, "color">): Paint {
  return (style, words) => (color ? `\u001B[${styles[style]}m${words}\u001B[0m` : words);
}

/** A finding for a person: place, claim, truth and what to do. */
export function findingBlock(finding: Finding, options: RenderOptions): string {
  const paint = painter(options);
  const place = paint("bold", printable(`${finding.path}:${finding.line}:${finding.column}`));
  const rule = options.links ? `\u001B]8;;${finding.url}\u0007${finding.rule}\u001B]8;;\u0007` : finding.rule;
  const hidden = hiddenBecause(finding);
  return [
    `${place}  ${hidden === undefined ? "" : "suppressed "}${isExisting(finding) ? "existing " : ""}${paint(finding.severity, finding.severity)}  ${paint("dim", rule)}`,
    `  ${paint("dim", "claim")}  ${printable(finding.claim.text)}`,
    `  ${paint("dim", "truth")}  ${printable(finding.fact.text)}${paint("dim", factPlace(finding))}`,
    ...(hidden === undefined ? [] : [`  ${paint("dim", "hidden")} ${hidden}`]),
    ...(finding.help === undefined ? [] : [`  ${paint("dim", "help")}   ${printable(finding.help)}`]),
    ...(finding.fix === undefined
      ? []
      : [
          `  ${paint("dim", "fix")}    ${printable(finding.fix.description)}${paint("dim", `  (run with ${fixFlag(finding)})`)}`,
        ]),
  ].join("\n");
}

function fixFlag({ fix, rule }: Finding): string {
  return fix?.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`;
}

/** The place of the truth, unless its words or the place of the claim say it already. */
function factPlace({ fact, path }: Finding): string {
  if (fact.path === undefined || (fact.line === undefined && fact.text.includes(fact.path))) return "";
  if (fact.path === path && fact.line !== undefined && fact.text.includes(`line ${fact.line}`)) return "";
  return printable(`  (${fact.path}${fact.line === undefined ? "" : `:${fact.line}`})`);
}
