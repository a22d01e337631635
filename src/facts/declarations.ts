import type { DeclarationKind, Declarations } from "../core/declaration.ts";
import { lazily } from "../core/lazily.ts";
import type { Quotation } from "../core/quotation.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { NumberRange } from "./number-ranges.ts";
import { plainSentences } from "./sentences.ts";
import { statementReader, type Statement } from "./statement-reader.ts";

/** A sentence that says something of the records. */
interface Declared {
  readonly kind: DeclarationKind;
  readonly said: Quotation;
  /** What it is said of, by the keys of `DeclarationWords.subjects`. */
  readonly subjects: readonly string[];
  /** The numbers that it names; none when it speaks of all. */
  readonly numbers: readonly NumberRange[];
}

/** A document that may hold declarations. */
interface Source {
  readonly path: string;
  /** Whether it speaks of the specs when it does not say of what. */
  readonly isIndex: boolean;
}

/**
 * Reads index files of the spec root, planning documents, instruction files for agents and the README of the repository when something is asked.
 * Outside of the spec root a sentence must name its subject; one about a path that is not the spec root is about something else.
 */
export function declarations(snapshot: Snapshot, settings: Settings): Declarations {
  const all = lazily(() => {
    const reading = { specs: settings.specs?.path, read: statementReader(settings.declarations) };
    return sourcesOf(snapshot, settings).flatMap((source) => declaredIn(source, snapshot, reading));
  });
  return {
    unkept: (field, spec) => all().find((one) => saysUnkept(one, field) && covers(one.numbers, spec))?.said,
    explained: (wanted, spec) =>
      all().find(
        ({ kind, subjects, numbers }) =>
          kind === wanted &&
          (numbers.length === 0 ? wanted === "shared" && subjects.includes("number") : covers(numbers, spec)),
      )?.said,
  };
}

function saysUnkept({ kind, subjects }: Declared, field: string): boolean {
  const fields = subjects.filter((one) => one !== "unit" && one !== "number");
  return kind === "elsewhere"
    ? fields.includes(field)
    : kind === "unkept" && (fields.length === 0 || fields.includes(field));
}

function covers(numbers: readonly NumberRange[], spec: number | undefined): boolean {
  return numbers.length === 0 || (spec !== undefined && numbers.some(({ from, to }) => from <= spec && spec <= to));
}

function sourcesOf(snapshot: Snapshot, settings: Settings): Source[] {
  const root = settings.specs?.path;
  const indexes = root === undefined ? [] : filesNamed(snapshot, root, settings.declarations.indexes);
  const inputs = [settings.queue, settings.roadmap, settings.ledger].flatMap((input) => input?.path ?? []);
  const rest = [...inputs, ...settings.agents, ...filesNamed(snapshot, "", ["README.md"])];
  return [
    ...indexes.map((path) => ({ path, isIndex: true })),
    ...[...new Set(rest)].filter((path) => !indexes.includes(path)).map((path) => ({ path, isIndex: false })),
  ];
}

/** Files directly in a directory, by names in any case. */
function filesNamed(snapshot: Snapshot, directory: string, names: readonly string[]): string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return snapshot
    .entries(directory)
    .filter(({ name, kind }) => kind === "file" && wanted.has(name.toLowerCase()))
    .map(({ name }) => (directory === "" ? name : `${directory}/${name}`));
}

function declaredIn({ path, isIndex }: Source, snapshot: Snapshot, { specs, read }: Reading): Declared[] {
  const result = snapshot.read(path);
  if (!result.ok) return [];
  return plainSentences(path, result.text).flatMap((sentence): Declared[] => {
    const statements = read(sentence.text);
    const place = placeOf(sentence.text, specs);
    return statements.flatMap(({ kind, subjects, numbers, isAboutUnits }): Declared[] => {
      // What names no subject speaks of all that is beside it.
      const isOwn = isIndex || place === "root" || isAboutUnits;
      const isMeant =
        kind === "elsewhere"
          ? isOwn && place !== "root"
          : place !== "other" && (kind !== "unkept" || isOwn || subjects.length > 0);
      return isMeant ? [{ kind, said: sentence, subjects, numbers }] : [];
    });
  });
}

/** The spec root, and how sentences are read. */
interface Reading {
  readonly specs: string | undefined;
  readonly read: (sentence: string) => readonly Statement[];
}

/** Whether a sentence cites the spec root, or a path above or below it, another path, or none. */
function placeOf(text: string, root: string | undefined): "root" | "other" | "none" {
  const paths = text
    .split(/[\s()[\]<>|,;:"'“”`*]+/)
    .filter((word) => /^[\w./-]+$/.test(word) && /\w\/|\/\w/.test(word))
    .map((path) =>
      path
        .split("/")
        .filter((part) => !/^\.*$/.test(part))
        .join("/"),
    );
  if (paths.length === 0) return "none";
  const isRoot = (path: string): boolean =>
    root !== undefined &&
    (`${path}/`.startsWith(`${root}/`) || root.startsWith(`${path}/`) || root.endsWith(`/${path}`));
  return root === undefined || paths.some(isRoot) ? "root" : "other";
}
