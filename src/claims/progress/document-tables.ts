import type { Document, Inline, Section, Table } from "../../core/document.ts";
import { wordKey } from "../../core/entry-key.ts";
import type { ColumnName, Settings } from "../../core/settings.ts";
import { walkSections } from "../../documents/walk-sections.ts";

/** A table with what its columns hold, and the section it is in. */
export interface NamedTable {
  readonly table: Table;
  readonly section: Section;
  /** Its index among the blocks of the section. */
  readonly index: number;
  /** The index of a column; undefined when no header names it. */
  column(name: ColumnName): number | undefined;
}

/** Every table of a document in order. Columns are found by their header words, in any order. */
export function documentTables(document: Document, settings: Pick<Settings, "columns">): NamedTable[] {
  return [...walkSections(document.root)].flatMap((section) =>
    section.blocks.flatMap((block, index): NamedTable[] =>
      block.kind === "table"
        ? [{ table: block, section, index, column: columnsOf(block.header, settings.columns) }]
        : [],
    ),
  );
}

/** A look-up of the columns of a table by its header. Every row asks for the same ones. */
export function columnsOf(header: readonly Inline[], columns: Settings["columns"]): NamedTable["column"] {
  const known = new Map<ColumnName, number | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, columnOf(header, name, columns));
    return known.get(name);
  };
}

/** The column whose header is an alias; failing that, the first that begins with one, or else ends with one and names nothing else. */
function columnOf(header: readonly Inline[], name: ColumnName, columns: Settings["columns"]): number | undefined {
  const keys = header.map((cell) => wordKey(cell.plain));
  const wanted = columns[name].map(wordKey);
  const others = new Set(
    Object.entries(columns)
      .filter(([other]) => other !== name)
      .flatMap(([, aliases]) => aliases.map(wordKey)),
  );
  const tests: ((key: string) => boolean)[] = [
    (key) => wanted.includes(key),
    (key) => !others.has(key) && wanted.some((alias) => key.startsWith(`${alias} `)),
    (key) => !others.has(key) && wanted.some((alias) => key.endsWith(` ${alias}`)),
  ];
  for (const test of tests) {
    const index = keys.findIndex(test);
    if (index !== -1) return index;
  }
  return undefined;
}
