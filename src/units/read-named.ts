import { scalarsAt } from "../core/data.ts";
import type { RelationSource } from "../core/layout.ts";
import type { Quotation } from "../core/quotation.ts";
import type { StatedRelation } from "../core/unit.ts";
import { readFrontMatter } from "../documents/data/front-data.ts";
import { headerLines, labelledLine, type NumberedLine, type UnitFile } from "./unit-file.ts";

type NamedBy = Pick<RelationSource, "kind" | "unit" | "labels">;

/** `- **Supersedes:** [ADR-0082](0082-proxy.md), ADR-7`, or the same in the front matter: what is named, and nothing where the value says more than names. */
export function readNamed({ kind, unit, labels = [] }: NamedBy, pattern: string, file: UnitFile): StatedRelation[] {
  const whole = new RegExp(`^(?:${pattern})$`, "iu");
  return [...frontValues(labels, file), ...headerValues(labels, file)].flatMap((said): StatedRelation[] => {
    const ids = said.text.split(/[,;&]/).map((part) => idOf(part, whole));
    return ids.some((id) => id === undefined) ? [] : ids.map((id = "") => ({ ...said, kind, unit, id }));
  });
}

function frontValues(labels: readonly string[], file: UnitFile): Quotation[] {
  const front = file.lines.slice(0, file.frontLines);
  // Reading YAML costs more than looking whether there is anything to read.
  const present = labels.filter((label) => front.some(({ text }) => text.startsWith(`${label}:`)));
  if (present.length === 0) return [];
  const data = readFrontMatter(file.text, file.path);
  return present
    .flatMap((label) => scalarsAt(data, label))
    .map(({ content, location }) => ({ text: content.plain, location }));
}

function headerValues(labels: readonly string[], file: UnitFile): Quotation[] {
  const lines = headerLines(file);
  return lines.flatMap((numbered, index): Quotation[] => {
    const field = labelledLine(numbered);
    const isSaid = field !== undefined && labels.includes(field.label) && field.value !== "";
    if (!isSaid || numbered.text.includes("~~") || goesOn(lines[index + 1])) return [];
    return [{ text: field.value, location: file.locate(numbered.line), quote: numbered.text.trim() }];
  });
}

/** A line that continues the one before may limit what it says. */
function goesOn(next: NumberedLine | undefined): boolean {
  if (next === undefined) return false;
  return /^[>\s]*(?![-*+#|]\s|-{3})[^\s>]/.test(next.text) && labelledLine(next) === undefined;
}

/** A link is named by its words or by its file. */
function idOf(part: string, whole: RegExp): string | undefined {
  const plain = part.replace(/[*`]/g, "").trim();
  const [, words = plain, target = ""] = /^\[([^[\]]*)\]\(<?([^()<>\s]+)>?\)$/.exec(plain) ?? [];
  const names = [words.trim(), target.slice(target.lastIndexOf("/") + 1)];
  return names.map((name) => whole.exec(name)?.groups?.["id"]).find((id) => id !== undefined);
}
