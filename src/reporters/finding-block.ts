import type { Finding } from "../core/finding.ts";
import { hangingLines } from "./hanging-lines.ts";
import { printable, printableLine } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";
import { hiddenBecause, isExisting } from "./summary-lines.ts";

const styles = { error: "31", warning: "33", info: "36", bold: "1", dim: "2", claim: "31", good: "32" } as const;

export type Paint = (style: keyof typeof styles, words: string) => string;

/** Colours words, or leaves them as they are. */
export function painter({ color }: Pick<RenderOptions, "color">): Paint {
  return (style, words) => (color ? `\u001B[${styles[style]}m${words}\u001B[0m` : words);
}

/** A finding for a person: place, what is wrong in one sentence, claim, truth and what to do; wrapped to the width of the terminal. */
export function findingBlock(finding: Finding, options: RenderOptions): string {
  const paint = painter(options);
  const place = paint("bold", printable(`${finding.path}:${finding.line}:${finding.column}`));
  const rule = options.links ? `\u001B]8;;${finding.url}\u0007${finding.rule}\u001B]8;;\u0007` : finding.rule;
  const hidden = hiddenBecause(finding);
  const line = (label: string, words: string): string[] =>
    hangingLines(`  ${paint("dim", label)}${" ".repeat(7 - label.length)}${words}`, 9, options.width);
  const { claim, fact } = sides(finding);
  return [
    `${place}  ${hidden === undefined ? "" : "suppressed "}${isExisting(finding) ? "existing " : ""}${paint(finding.severity, finding.severity)}  ${paint("dim", rule)}`,
    ...hangingLines(`  ${printableLine(finding.message)}`, 2, options.width),
    ...(claim === "" ? [] : line("claim", paint("claim", claim))),
    ...(fact === "" ? [] : line("truth", `${paint("good", fact)}${paint("dim", factPlace(finding))}`)),
    ...(hidden === undefined ? [] : line("hidden", hidden)),
    ...(finding.help === undefined ? [] : line("help", printable(finding.help))),
    ...(finding.fix === undefined
      ? []
      : line("fix", `${printable(finding.fix.description)}${paint("dim", `  (run with ${fixFlag(finding)})`)}`)),
  ].join("\n");
}

/** The words of the claim and of the truth; empty where the sentence has said all of them. */
export function sides(finding: Pick<Finding, "message" | "claim" | "fact" | "path">): {
  readonly claim: string;
  readonly fact: string;
} {
  const [claim, fact] = [printable(finding.claim.text), printable(finding.fact.text)];
  const said = plainWords(finding.message);
  return {
    claim: said === plainWords(claim) || plainWords(fact) === plainWords(claim) ? "" : claim,
    fact: factPlace(finding) === "" && said.includes(plainWords(fact)) ? "" : fact,
  };
}

/** Words without case and punctuation, for asking whether one text says the other. */
export function plainWords(words: string): string {
  return ` ${words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function fixFlag({ fix, rule }: Finding): string {
  return fix?.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`;
}

/** The place of the truth, as far as its words and the place of the claim do not say it already. */
export function factPlace({ fact, path }: Pick<Finding, "fact" | "path">): string {
  if (fact.path === undefined) return "";
  const says = fact.text.includes(fact.path);
  if (fact.line === undefined) return says ? "" : printable(`  (${fact.path})`);
  if (fact.text.includes(`line ${fact.line}`) && (says || fact.path === path)) return "";
  return says ? `  (line ${fact.line})` : printable(`  (${fact.path}:${fact.line})`);
}
