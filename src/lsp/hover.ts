import { MarkupKind, type Hover } from "vscode-languageserver";
import type { Candidate } from "../core/claims/claim.ts";
import { printable } from "../reporters/printable.ts";
import { selectNext } from "../rule-api/index.ts";
import { lastCommit, lastCommitOfLines, type CommitLine } from "../source/git/last-commit.ts";
import { targetsAt } from "./find-definitions.ts";
import { textOf, type Look, type Spot } from "./look.ts";
import { rangeOf } from "./positions.ts";
import { carrierOf, isInFile, type PlaceTarget, type Target } from "./target.ts";
import { whyOf } from "./why.ts";

/** A title, and what is known of it in lines. */
interface Card {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Title, status, boxes and last commit of what is at a place; null when nothing is. Words of the repository are never markup. */
export function hoverAt(spot: Spot, kind: MarkupKind): Hover | null {
  const { mention, targets } = targetsAt(spot);
  // In its own document a unit is told at its top only.
  const isTop = mention !== undefined || !(textOf(spot.look, spot.path) ?? "").slice(0, spot.offset).includes("\n");
  if (targets.length === 0 || !isTop) return null;
  const value = targets.map((target) => written(cardOf(target, spot.look), kind)).join("\n\n");
  return { contents: { kind, value }, ...(mention === undefined ? {} : { range: rangeOf(mention.location) }) };
}

function written({ title, lines }: Card, kind: MarkupKind): string {
  if (kind === MarkupKind.PlainText) return [title, ...lines].map(printable).join("\n");
  return [`**${escaped(title)}**`, ...lines.map(escaped)].join("  \n");
}

/** What means something in Markdown, inside of a line or at its start; also what would become a link of itself. */
const meaning = /[\\`*_{}[\]<>#|~&!@]|:(?=\/\/)|(?<=www)\.|^[-+=]|(?<=^\d{1,9})[.)]/gi;

function escaped(text: string): string {
  return printable(text).replace(meaning, String.raw`\$&`);
}

function cardOf(target: Target, look: Look): Card {
  return target.kind === "entry" ? entryCard(target.entry, look) : placeCard(target, look);
}

function entryCard(entry: Candidate, look: Look): Card {
  const { title, section, priority, states, extent } = entry;
  const carrier = carrierOf(entry, look.model);
  const text = textOf(look, extent.path);
  const commit =
    text === undefined
      ? undefined
      : lastCommitOfLines(look.root, { path: extent.path, text }, [extent.line, extent.endLine]);
  return {
    title,
    lines: [
      `${section}${priority === undefined ? "" : ` · ${priority.text}`}`,
      ...states.map(({ text: said }) => `Says of itself: ${said}`),
      whyOf(entry, selectNext(look.model)),
      ...(carrier === undefined ? [] : [`Unit: ${carrier.path}`, ...stateLines(carrier)]),
      ...commitLines(commit),
    ],
  };
}

function placeCard(target: PlaceTarget, look: Look): Card {
  const { unit, spec, path } = target;
  return {
    title: unit?.title ?? spec?.title ?? unit?.name.text ?? path,
    lines: [
      ...(unit !== undefined && isInFile(unit) ? [unit.id] : [path]),
      ...stateLines(target),
      ...commitLines(lastCommit(look.root, path)),
    ],
  };
}

function stateLines({ unit, spec }: PlaceTarget): string[] {
  const statuses =
    unit === undefined || unit.statuses.length === 0
      ? [spec?.status]
      : unit.statuses.map(({ text, location }) => `${text} (${location.path}:${location.line})`);
  return [
    ...statuses.flatMap((status) => (status === undefined ? [] : [`Status: ${status}`])),
    ...boxLines({ unit, spec }),
  ];
}

function boxLines({ unit, spec }: Pick<PlaceTarget, "unit" | "spec">): string[] {
  const tasks = unit?.tasks;
  if (tasks !== undefined) return [boxes(tasks.done, tasks.open, tasks.setAside)];
  const progress = spec?.tasks;
  return progress === undefined ? [] : [boxes(progress.done, progress.open, progress.deferred + progress.dropped)];
}

function boxes(done: number, open: number, aside: number): string {
  return `Boxes: ${done} of ${done + open} done${aside === 0 ? "" : `, ${aside} set aside`}`;
}

function commitLines(commit: CommitLine | undefined): string[] {
  return commit === undefined ? [] : [`Last commit: ${commit.id} ${commit.day} ${commit.subject}`];
}
