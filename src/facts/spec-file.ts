import { markdownLines, type MarkdownLine } from "../core/markdown-lines.ts";

/** What the first lines of a spec file say. Read by lines: a full parse of every package would cost more than the audit. */
export interface SpecFile {
  readonly title: string | undefined;
  readonly status: string | undefined;
  /** The line of the status, from 1. */
  readonly statusLine: number | undefined;
  /** The branch that the header names. */
  readonly branch: string | undefined;
  /** False when the file is still the template it was copied from. */
  readonly substantial: boolean;
}

const headerLines = 40;
/** What Spec Kit's template leaves to be filled in, in its title and header. */
const placeholder = /\[(?:FEATURE NAME|FEATURE|###-feature-name|Brief Title)\]|"\$ARGUMENTS"/;
/** Lines about the file itself: `**Status**: Draft`, `**Created:** 2026-11-23`. Other bold labels begin real prose. */
const metadata =
  /^\*\*(?:feature branch|feature|branch|spec|number|id|created|updated|last updated|date|status|owner|authors?|version|priority|input)(?:\*\* ?:|:\*\*)/i;
/** Prose shorter than this says nothing that a template would not say. */
const leastProse = 30;

/** Scans the text of a spec file. Never throws. */
export function scanSpecFile(text: string): SpecFile {
  const marked = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const whole = marked.includes("\r") ? marked.replace(/\r(?!\n)/g, "\n") : marked;
  const start = startOf(whole);
  const found = scan(start);
  // What the start says holds for the whole: only what it does not have may come further down.
  return start.length === whole.length || (found.title !== undefined && found.substantial) ? found : scan(whole);
}

/** The lines at the start of a text, when they hold its header; else all of it. */
function startOf(text: string): string {
  // Front matter may be as long as it likes.
  if (/^---\s*\n/.test(text)) return text;
  let end = 0;
  for (let lines = 0; lines < headerLines; lines += 1) {
    end = text.indexOf("\n", end) + 1;
    if (end === 0) return text;
  }
  return text.slice(0, end);
}

function scan(all: string): SpecFile {
  const front = frontMatter(all);
  const body = markdownLines(all).slice(front.length);
  const prose = body.filter((line) => !line.code).map((line) => line.text);
  const header = body.slice(0, headerLines);
  const inFront = front.findIndex((line) => frontStatus(line) !== undefined);
  // Most lines are asked for neither: a text without the word has no line with it.
  const branch = /branch/i.test(all)
    ? header.find((line) => !line.code && branchIn(line.text) !== undefined)
    : undefined;
  return {
    title: titleOf(prose.find((line) => /^#\s+\S/.test(line))),
    ...(inFront === -1
      ? statusBelow(/status/i.test(all) ? header : [], front.length)
      : { status: frontStatus(front[inFront] ?? ""), statusLine: inFront + 1 }),
    branch: branch && branchIn(branch.text),
    substantial: isSubstantial(body, placeholder.test(all)),
  };
}

/** The status among the first lines below the front matter, which has so many lines. */
function statusBelow(header: readonly MarkdownLine[], frontLines: number): Pick<SpecFile, "status" | "statusLine"> {
  const index = header.findIndex((line) => !line.code && statusIn(line.text) !== undefined);
  return {
    status: statusIn(header[index]?.text ?? ""),
    statusLine: index === -1 ? undefined : frontLines + index + 1,
  };
}

/** The lines of the front matter with its two marks; none when it does not end. */
function frontMatter(text: string): string[] {
  if (!/^---\s*\n/.test(text)) return [];
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.{3})\s*$/.test(line));
  return end === -1 ? [] : lines.slice(0, end + 1);
}

function titleOf(heading: string | undefined): string | undefined {
  const title = heading
    ?.slice(1)
    .trim()
    .replace(/^(?:feature )?(?:specification|spec)(?:[ -]#?\d{1,6})?\s?[:—–-](?:\s|$)/i, "")
    .replace(/ (?:[([](?:spec )?#?\d{1,6}[)\]]|[—–-] spec #?\d{1,6}|#\d{1,6})$/i, "")
    .trim();
  return title === "" ? undefined : title;
}

/** `status: "in_progress"  # since May` */
function frontStatus(line: string): string | undefined {
  const value = /^status:\s(.+)$/i
    .exec(line)?.[1]
    ?.split(" #", 1)[0]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .trim();
  return value === "" ? undefined : value;
}

/** `**Status**: Draft`, `> **Status:** Draft`, `- Status: Draft`: the value without its markup. */
function statusIn(line: string): string | undefined {
  const value = /^[>\s*_-]{0,8}status[\s*_]{0,4}:(.+)$/i
    .exec(line)?.[1]
    ?.replace(/[*`]/g, "")
    .trim()
    .replace(/^_+|_$/g, "")
    .trim();
  return value === "" ? undefined : value;
}

/** `**Feature Branch**: \`242-operational-controls\``; a template's placeholder is none. */
function branchIn(line: string): string | undefined {
  return /^[>\s*_-]{0,8}(?:feature )?branch[\s*_]{0,4}:[\s*_]{0,4}`?([\w][\w./-]*)`?\s*$/i.exec(line)?.[1];
}

function isSubstantial(lines: readonly MarkdownLine[], mayBeTemplate: boolean): boolean {
  if (mayBeTemplate && lines.slice(0, headerLines).some((line) => !line.code && hasPlaceholder(line.text)))
    return false;
  let length = 0;
  for (const { text, code } of lines) {
    if (text === "" || (!code && (/^\s*#/.test(text) || metadata.test(text.trim())))) continue;
    length += text
      .replace(/\[[^[\]]*\](?!\()/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim().length;
    if (length >= leastProse) return true;
  }
  return false;
}

/** Only headings and header fields count, so that prose about templates is prose. */
function hasPlaceholder(line: string): boolean {
  if (line.startsWith("#")) return placeholder.test(line.replace(/`[^`]*`/g, ""));
  return metadata.test(line.trim()) && placeholder.test(line);
}
