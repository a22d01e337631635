import type { AuditModel } from "../../core/audit-model.ts";
import type { EntryRole } from "../../core/entry-role.ts";
import { guessHeading } from "../../config/heading-guesses.ts";

/** A heading of the queue without a role, and the role that it most probably has. */
export interface GuessedSection {
  readonly title: string;
  readonly role: EntryRole | "prose";
  /** False when nothing speaks for any role: prose is what is never judged. */
  readonly isGuess: boolean;
}

/** The headings of the queue that have no role. What is done was promoted where most of its lines name specs, and is prose elsewhere. */
export function guessSections({ claims, documents }: Pick<AuditModel, "claims" | "documents">): GuessedSection[] {
  const text = documents.find(({ role }) => role === "queue")?.text ?? "";
  return claims
    .of("section")
    .filter(({ role }) => role === undefined)
    .map(({ title, extent }) => {
      const guess = guessHeading(title);
      if (guess === undefined) return { title, role: "prose", isGuess: false };
      const role = guess === "done" ? roleOfDone(text.slice(extent.offset, extent.endOffset)) : guess;
      return { title, role, isGuess: true };
    });
}

function roleOfDone(section: string): EntryRole | "prose" {
  const lines = section.split("\n").filter((line) => /^[-*+] /.test(line));
  const naming = lines.filter((line) => /\bspecs?[ /#-]{1,3}\d{2}|(?:->|→) ?\d{3}/i.test(line));
  return naming.length * 2 > lines.length ? "promoted" : "prose";
}
