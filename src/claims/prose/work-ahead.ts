import type { Candidate } from "../../core/claims/claim.ts";
import type { DocumentRole } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { stageOf, type Stage } from "../../core/statuses.ts";
import { endsInColon, type AttributedInline } from "./attributed-inlines.ts";

/** So many characters of another cell are looked at. */
const mostWords = 120;
/** Stages at which what is talked about need not be there: not yet, or not any more. */
const openStages: ReadonlySet<Stage> = new Set(["planned", "waiting", "drafted", "approved", "started", "closed"]);

/** The words that lead up to an inline: its heading, the header cell and the other cells of its row, the sentences with a colon before it. */
export function wordsAbove({ inline, heading, part, lead, header }: AttributedInline): readonly string[] {
  if (inline === heading) return [];
  const leads = [heading, lead, header].flatMap((one) => one?.plain ?? []);
  if ("cells" in part)
    return leads.concat(part.cells.filter((cell) => cell !== inline).map((cell) => cell.plain.slice(0, mostWords)));
  return "kind" in part && inline !== part.content && endsInColon(part.content)
    ? leads.concat(part.content.plain)
    : leads;
}

/** Whether an inline is about work that is still to come, or was given up, so that the paths of its prose need not be there. */
export function isAhead({ part, horizon, entry }: AttributedInline, role: DocumentRole, settings: Settings): boolean {
  if (entry !== undefined) return entry.role === "deferred" || isOpen(statusOf(entry), settings);
  if ("cells" in part) return part.cells.some((cell) => isOpen(cell.plain, settings));
  if (role !== "roadmap" || !("kind" in part)) return false;
  // An item of a roadmap is work to come unless it says otherwise, or is in a list of what is done or in hand.
  return (
    part.mark?.toLowerCase() !== "x" && horizon !== "now" && horizon !== "done" && !/[✅✔☑]/u.test(part.content.plain)
  );
}

function isOpen(status: string, { statuses }: Settings): boolean {
  const stage = status.length > 60 ? undefined : stageOf(status, statuses);
  return stage !== undefined && openStages.has(stage);
}

function statusOf({ fields }: Candidate): string {
  return fields.find(({ names }) => names.includes("status"))?.value.plain ?? "";
}
