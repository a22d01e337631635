import type { DeclarationKind, Declarations, DeclarationWords } from "../core/declaration.ts";
import { lazily } from "../core/lazily.ts";
import type { Quotation } from "../core/quotation.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { readNumbers, type NumberRange } from "./number-ranges.ts";
import { phraseFinder, type PhraseFinder } from "./phrase-finder.ts";
import { plainSentences } from "./sentences.ts";

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
  const all = lazily(() => sourcesOf(snapshot, settings).flatMap((source) => declaredIn(source, snapshot, settings)));
  return {
    unkept: (field, spec) =>
      all().find(({ kind, subjects, numbers }) => {
        const fields = subjects.filter((one) => one !== "unit" && one !== "number");
        return kind === "unkept" && (fields.length === 0 || fields.includes(field)) && covers(numbers, spec);
      })?.said,
    explained: (wanted, spec) =>
      all().find(
        ({ kind, subjects, numbers }) =>
          kind === wanted &&
          (numbers.length === 0 ? wanted === "shared" && subjects.includes("number") : covers(numbers, spec)),
      )?.said,
  };
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

function declaredIn(
  { path, isIndex }: Source,
  snapshot: Snapshot,
  { declarations: words, specs }: Settings,
): Declared[] {
  const result = snapshot.read(path);
  if (!result.ok) return [];
  const reader = readerOf(words);
  return plainSentences(path, result.text).flatMap((sentence): Declared[] => {
    if (!isAboutRoot(sentence.text, specs?.path)) return [];
    const subjects = reader.subjects(sentence.text);
    const namesRoot = specs !== undefined && sentence.text.includes(`${specs.path}/`);
    return reader.kinds(sentence.text).flatMap((kind): Declared[] => {
      if (kind === "unkept" && !isIndex && !namesRoot && subjects.length === 0) return [];
      return [{ kind, said: sentence, subjects, numbers: readNumbers(sentence.text, words) }];
    });
  });
}

/** A path is about the specs when it is the root, above or below it. */
function isAboutRoot(text: string, root: string | undefined): boolean {
  const paths = text
    .split(/[\s()[\]<>|,;:"'“”`*]+/)
    .filter((word) => /^[\w./-]+$/.test(word) && /\w\/|\/\w/.test(word));
  const cited = paths.map((path) =>
    path
      .split("/")
      .filter((part) => !/^\.*$/.test(part))
      .join("/"),
  );
  return (
    cited.length === 0 ||
    root === undefined ||
    cited.some((path) => `${path}/`.startsWith(`${root}/`) || root.startsWith(`${path}/`) || root.endsWith(`/${path}`))
  );
}

interface DeclarationReader {
  kinds(sentence: string): DeclarationKind[];
  subjects(sentence: string): string[];
}

function readerOf(words: DeclarationWords): DeclarationReader {
  const phrases = Object.entries(words.phrases).map(
    ([kind, list]) => [kind as DeclarationKind, phraseFinder(list)] as const,
  );
  const subjects = Object.entries(words.subjects).map(([subject, list]) => [subject, phraseFinder(list)] as const);
  const [negations, conditions, relatives] = [words.negations, words.conditions, words.relatives].map(phraseFinder);
  const isStated = (sentence: string, phrase: PhraseFinder): boolean => {
    const at = phrase.first(sentence);
    if (at === undefined) return false;
    const before =
      sentence
        .slice(0, at)
        .split(/[,;:()–—、，；：]/)
        .at(-1) ?? "";
    return (
      negations?.first(before) === undefined &&
      conditions?.first(before) !== 0 + leadOf(before) &&
      relatives?.first(lastWords(before)) === undefined
    );
  };
  return {
    kinds: (sentence) => phrases.flatMap(([kind, phrase]) => (isStated(sentence, phrase) ? [kind] : [])),
    subjects: (sentence) =>
      subjects.flatMap(([subject, list]) => (list.first(sentence) === undefined ? [] : [subject])),
  };
}

function leadOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** What is directly before a phrase: two words, one of which may be a verb. */
function lastWords(text: string): string {
  return text.trim().split(/\s+/).slice(-2).join(" ");
}
