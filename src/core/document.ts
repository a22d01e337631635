import type { DataNode } from "./data.ts";
import type { Directive } from "./directive.ts";
import type { Inline } from "./inline.ts";
import type { Location } from "./location.ts";

export type { Inline, Link, Span } from "./inline.ts";

export const documentRoles = ["queue", "roadmap", "ledger", "inbox", "agent", "spec", "index", "unit"] as const;
/** What a document is for. `agent` is an instruction file for coding agents (AGENTS.md and the like), `index` lists units, `unit` is one. */
export type DocumentRole = (typeof documentRoles)[number];

export interface Paragraph {
  readonly kind: "paragraph";
  readonly content: Inline;
  readonly location: Location;
  /** True inside a block quote. */
  readonly quoted: boolean;
}

export interface List {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly location: Location;
}

export interface ListItem {
  readonly kind: "item";
  /** The first paragraph; empty content when the item starts with something else. */
  readonly content: Inline;
  /** The mark between the brackets of a task (`x`, ` `, `~`, `-`, `!`), absent when it is not a task. */
  readonly mark?: string;
  /** Everything after the first paragraph, nested lists included. */
  readonly blocks: readonly Block[];
  /** The whole item, children included. */
  readonly location: Location;
}

export interface Table {
  readonly kind: "table";
  readonly header: readonly Inline[];
  readonly rows: readonly TableRow[];
  readonly location: Location;
}

export interface TableRow {
  readonly cells: readonly Inline[];
  readonly location: Location;
}

export interface CodeBlock {
  readonly kind: "code";
  readonly language: string;
  readonly value: string;
  readonly location: Location;
}

export interface HtmlBlock {
  readonly kind: "html";
  readonly value: string;
  readonly location: Location;
}

export type Block = Paragraph | List | Table | CodeBlock | HtmlBlock;

/** A heading and what is under it. The root section of a document has level 0 and an empty heading. */
export interface Section {
  readonly level: number;
  readonly heading: Inline;
  /** The anchor that GitHub gives the heading, unique in the document. */
  readonly slug: string;
  /** The heading line. */
  readonly location: Location;
  readonly blocks: readonly Block[];
  readonly children: readonly Section[];
}

/** `**Status**: Active` as a bold line, in a block quote, as a list item, or as front matter. */
export interface HeaderField {
  /** As written, without the colon. */
  readonly label: string;
  /** `label` normalised for comparison: lower case, single spaces. */
  readonly key: string;
  readonly value: Inline;
  /** From the label to the end of the value. */
  readonly location: Location;
}

/** Something in the text that cannot mean what its author intended (an unclosed fence, an uneven table row). */
export interface DocumentProblem {
  readonly message: string;
  readonly location: Location;
  readonly text: string;
}

export interface Document {
  readonly path: string;
  readonly role: DocumentRole;
  readonly text: string;
  readonly root: Section;
  /** The text of the first level-one heading; empty when there is none. */
  readonly title: string;
  /** Fields before the first second-level heading. */
  readonly header: readonly HeaderField[];
  readonly problems: readonly DocumentProblem[];
  /** Comments that are meant for queue-lint, in order. */
  readonly directives: readonly Directive[];
  /** What a data document (YAML, JSON, TOML) holds; absent for Markdown, undefined when it cannot be read. */
  readonly data?: DataNode | undefined;
}
