import type { DiagramStateClaim } from "../../core/claims/claim.ts";
import type { CodeBlock, Document } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Location } from "../../core/location.ts";
import { SourceText } from "../../documents/source-text.ts";
import { walkSections } from "../../documents/walk-sections.ts";

interface Line {
  readonly text: string;
  readonly location: Location;
}

interface Node {
  readonly label: string;
  readonly line: Line;
}

/** A label in any of the brackets of a flowchart: `A[Seat maps]`, `B("Hall plans")`, `C{{Row letters}}:::done`. */
const node = /(?<![\w-])([\w-]{1,60})[[({]{1,3}([^\][(){}|]{1,200})[\])}]{1,3}(?::::([\w-]{1,60}))?/g;
const bare = /(?<![\w-])([\w-]{1,60}):::([\w-]{1,60})/g;
const tags = new Set(["done", "active", "crit", "milestone"]);

/** The states that Mermaid diagrams give their nodes, by class, and their bars, by tag. What has no state makes no claim. */
export function diagramStates(document: Document): DiagramStateClaim[] {
  const blocks = [...walkSections(document.root)]
    .flatMap((section) => section.blocks)
    .filter((block): block is CodeBlock => block.kind === "code" && /^mermaid\b/i.test(block.language));
  return blocks.flatMap((block) =>
    (block.value.split("\n").some((line) => line.trim() === "gantt")
      ? bars(lines(block, document))
      : nodes(lines(block, document))
    ).map((found) => claim(document, found)),
  );
}

function claim(document: Document, { label, line, state }: Node & { state: string }): DiagramStateClaim {
  const key = entryKey(label);
  return {
    kind: "diagram-state",
    document: document.role,
    identity: `diagram ${key}`,
    text: line.text.trim(),
    location: line.location,
    title: label,
    key,
    state,
  };
}

/** `Seat maps :done, a1, 2026-01-01, 30d`: tags are first. */
function bars(all: readonly Line[]): (Node & { state: string })[] {
  return all.flatMap((line) => {
    const colon = line.text.indexOf(":");
    const words =
      colon === -1
        ? []
        : line.text
            .slice(colon + 1)
            .split(",")
            .map((word) => word.trim());
    const own = words.slice(0, words.findIndex((word) => !tags.has(word)) + 1 || words.length);
    const state = ["done", "active"].find((tag) => own.includes(tag));
    const label = line.text.slice(0, Math.max(colon, 0)).trim();
    return state === undefined || label === "" ? [] : [{ label, line, state }];
  });
}

function nodes(all: readonly Line[]): (Node & { state: string })[] {
  const labels = new Map<string, Node>();
  const states = new Map<string, string>();
  for (const line of all) {
    for (const [, id = "", label = "", state] of line.text.matchAll(node)) {
      if (!labels.has(id)) labels.set(id, { label: labelOf(label), line });
      if (state !== undefined) states.set(id, state);
    }
    for (const [id, state] of statesIn(line.text)) states.set(id, state);
  }
  return [...labels].flatMap(([id, found]) => {
    const state = states.get(id);
    return state === undefined ? [] : [{ ...found, state: wordsOf(state) }];
  });
}

/** `Maps:::done` and `class Maps,Tickets done`: states that are given apart from the label. */
function statesIn(text: string): readonly (readonly [id: string, state: string])[] {
  const given = [...text.matchAll(bare)].map(([, id = "", state = ""]) => [id, state] as const);
  const [keyword, ids = "", state] = text.trim().replace(/;$/, "").replaceAll(", ", ",").split(/\s+/);
  return keyword === "class" && state !== undefined
    ? [...given, ...ids.split(",").map((id) => [id, state] as const)]
    : given;
}

/** `inProgress` and `in-progress` are "in Progress" and "in progress". */
function wordsOf(state: string): string {
  return state.replace(/[-_]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** The first line of a label, without quotation marks and the slashes of slanted shapes. */
function labelOf(text: string): string {
  return (text.split(/<br/i, 1)[0] ?? "")
    .trim()
    .replace(/^["/\\]|["/\\]$/g, "")
    .trim();
}

/** The lines of a code block, each located at its own words: a fence may be indented or quoted. */
function lines(block: CodeBlock, document: Document): Line[] {
  const source = new SourceText(document.path, document.text);
  return block.value.split(/\r?\n/).map((text, index) => {
    const words = text.trim();
    const lineStart = source.offsetAt(block.location.line + 1 + index, 1);
    const start = Math.max(document.text.indexOf(words, lineStart), lineStart);
    return { text, location: source.locate(start, start + words.length) };
  });
}
