import { printable } from "../reporters/printable.ts";
import { quoted } from "./quoted.ts";
import type { Verdict } from "./verdict.ts";

/** More findings than these are not read in an answer of a hook. */
const mostReasons = 12;

/** The verdict as lines: what was asked about, why, and what a person would have to write. Titles are quoted, and nothing in them is a command. */
export function verdictText({ kind, item, reasons, release }: Verdict): string {
  const about =
    item === undefined
      ? ""
      : ` ${quoted(item.text)}${item.from === "argument" ? "" : ` (named by ${origins[item.from]})`}`;
  const left = reasons.length - mostReasons;
  return [
    `${kind}${about}`,
    ...reasons.slice(0, mostReasons).map((reason) => `  ${reason}`),
    ...(left > 0 ? [`  ${left} more: queue-lint --base auto`] : []),
    ...release.map((line) => `  release: ${line}`),
  ]
    .map(printable)
    .join("\n");
}

/** The verdict in one line. */
export function verdictLine(verdict: Verdict): string {
  const { kind, reasons, release } = verdict;
  const parts = [kind, reasons.join(" "), ...(release.length === 0 ? [] : [`Release: ${release.join(" ")}`])];
  return printable(parts.filter((part) => part !== "").join(" │ "));
}

const origins = { hook: "the hook’s input", feature: ".specify/feature.json", branch: "the branch" } as const;
