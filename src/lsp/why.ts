import type { CodeLens } from "vscode-languageserver";
import type { Candidate } from "../core/claims/claim.ts";
import type { Selection } from "../core/selection.ts";
import { printable } from "../reporters/printable.ts";
import { selectNext } from "../rule-api/index.ts";
import type { Look } from "./look.ts";
import { rangeOf } from "./positions.ts";

/** Whether an automatic picker may take an entry, and if not, why; as “queue-lint next” says it. */
export function whyOf(entry: Candidate, { pick, considered }: Selection): string {
  const found = considered.find(({ candidate }) => candidate === entry);
  if (found === undefined) return "Not considered.";
  if (!found.eligible) return `May not be picked: ${found.reasons.join(" ")}`;
  return pick === entry ? "May be picked: it is the next one." : "May be picked, after the ones before it.";
}

/** A line above each entry of a document. */
export function codeLenses(look: Look, path: string): CodeLens[] {
  const selection = selectNext(look.model);
  return selection.considered
    .filter(({ candidate }) => candidate.location.path === path)
    .map(({ candidate }) => ({
      range: rangeOf(candidate.head),
      // A title alone: nothing happens when it is clicked.
      command: { title: printable(whyOf(candidate, selection)), command: "" },
    }));
}
