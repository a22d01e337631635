import { posix } from "node:path";
import { CompletionItemKind, type CompletionItem } from "vscode-languageserver";
import type { AuditModel } from "../core/audit-model.ts";
import type { SpecPackage } from "../core/fact.ts";
import type { Unit } from "../core/unit.ts";
import { printable } from "../reporters/printable.ts";
import { contextAt, type CompletionContext } from "./completion-context.ts";
import { textOf, type Spot } from "./look.ts";
import { isInFile } from "./target.ts";
import { positioned, rangeIn } from "./positions.ts";

/** A word that may be written. */
interface Word {
  readonly text: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
  /** Other words by which it is found. */
  readonly found?: string;
}

/** So many ways of writing one thing are offered. */
const mostAliases = 3;

/** What may be written at a place: sections of the queue, statuses, entries, references to units. */
export function completions({ look, path, offset }: Spot): CompletionItem[] {
  const text = textOf(look, path);
  const context = text === undefined ? undefined : contextAt(text.slice(0, offset), look.model.settings);
  if (text === undefined || context === undefined) return [];
  const range = rangeIn(positioned(text), { offset: offset - context.typed, endOffset: offset });
  return wordsFor(context, path, look.model).map(({ text: newText, detail, kind, found }, index) => ({
    label: printable(newText),
    detail: printable(detail),
    kind,
    filterText: found === undefined ? newText : `${newText} ${found}`,
    sortText: String(index).padStart(5, "0"),
    textEdit: { range, newText },
  }));
}

function wordsFor({ wants }: CompletionContext, path: string, model: AuditModel): Word[] {
  if (wants === "role") return path === model.settings.queue?.path ? roles(model) : [];
  if (wants === "status") return statuses(path, model);
  if (wants === "dependency") return [...titles(model), ...targets(model)];
  if (wants === "target") return targets(model);
  if (wants === "number") return numbers(model);
  return paths(wants === "link" ? posix.dirname(path) : undefined, model);
}

function roles({ settings }: AuditModel): Word[] {
  return Object.entries(settings.sections).flatMap(([role, aliases]) =>
    aliases.slice(0, mostAliases).map((alias) => ({
      text: alias.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
      detail: `section: ${role}`,
      kind: CompletionItemKind.Struct,
    })),
  );
}

function statuses(path: string, { settings, facts }: AuditModel): Word[] {
  const layout = settings.layouts.find((used) => used.layout.name === facts.units.at(path)?.layout)?.layout;
  const own = Object.entries(layout?.statuses ?? {}).flatMap(([stage, words]) =>
    words.map((name) => ({ name, stage })),
  );
  const known = path === settings.queue?.path ? settings.entryStatuses.all : settings.statuses.all;
  const byName = new Map([...own, ...known].map(({ name, stage }) => [name, stage]));
  return [...byName].map(([text, stage]) => ({
    text,
    detail: `status: ${stage}`,
    kind: CompletionItemKind.EnumMember,
  }));
}

function titles({ claims }: AuditModel): Word[] {
  return claims.of("candidate").map(({ title, section }) => ({
    text: `\`${title}\``,
    detail: section,
    kind: CompletionItemKind.Event,
  }));
}

function targets({ facts }: AuditModel): Word[] {
  const specs = facts.specs.all.map((spec) => ({ ...wordOf(spec), text: `Spec ${spec.digits} (\`${spec.slug}\`)` }));
  const paths = new Set(facts.specs.all.map(({ path }) => path));
  const units = facts.units.all
    .filter(({ path }) => !paths.has(path))
    .map((unit) => ({ ...unitWord(unit), text: `\`${unit.name.text}\`` }));
  return [...specs, ...units];
}

function numbers({ facts }: AuditModel): Word[] {
  return facts.specs.all.map((spec) => ({ ...wordOf(spec), text: `Spec ${spec.digits}` }));
}

function wordOf({ status, title, slug }: SpecPackage): Omit<Word, "text"> {
  return { detail: status ?? "", kind: CompletionItemKind.Reference, found: `${slug} ${title ?? ""}` };
}

function unitWord({ title, statuses, source }: Unit): Omit<Word, "text"> {
  return { detail: statuses[0]?.text ?? source, kind: CompletionItemKind.Reference, found: title ?? "" };
}

/** From a directory, for a link; else from the root. */
function paths(from: string | undefined, { facts }: AuditModel): Word[] {
  const specs = facts.specs.all.map((spec) => ({ path: spec.specFile ?? spec.path, word: wordOf(spec) }));
  const known = new Set(facts.specs.all.map(({ path }) => path));
  const units = facts.units.all
    .filter((unit) => !isInFile(unit) && !known.has(unit.path))
    .map((unit) => ({ path: unit.main ?? unit.path, word: unitWord(unit) }));
  return [...specs, ...units].map(({ path, word }) => ({
    ...word,
    text: from === undefined ? path : posix.relative(from, path),
    kind: CompletionItemKind.File,
  }));
}
