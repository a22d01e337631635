import type { BoxState, BoxWords } from "../core/layout.ts";
import type { TaskBox, UnitTasks } from "../core/unit.ts";
import type { UnitFile } from "./unit-file.ts";

/** `- [ ] text`; a `*` after the box marks what is optional. What is quoted is an example or a template. */
const boxLine = /^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]\uFE0F?)\](\\?\*)?\s+(\S.*)$/u;
const optional = "optional";

interface OpenBox {
  readonly indent: number;
  readonly mark: string;
  readonly line: number;
  readonly text: string;
  /** The closing section that it is in. */
  readonly section: string | undefined;
  readonly prepares: boolean;
  readonly isOptional: boolean;
  /** What the indented lines below it say. */
  details: string;
  hasChildren: boolean;
}

export interface TaskOptions {
  /** Whether boxes are ticked when the work is done. */
  readonly areKept: boolean;
  /** Of the unit: a box that names it may be about its archive. */
  readonly slug: string | undefined;
}

/**
 * The boxes of a file that count. A box with boxes below it is a heading: its leaves count. A mark that the layout does not know is not a box
 * (`- [P]` is a legend). Undefined when the file has no box at all.
 */
export function readUnitTasks(file: UnitFile, words: BoxWords, { areKept, slug }: TaskOptions): UnitTasks | undefined {
  const found = collectBoxes(file, words);
  if (found.length === 0) return undefined;
  const setAside = phraseMatcher(words.setAside);
  const archiving = phraseMatcher(words.archiving);
  const boxes = found
    .filter(({ hasChildren }) => !hasChildren)
    .map((box): TaskBox => {
      const state = stateOfMark(box.mark, words) ?? "open";
      const why = state === "open" ? reasonOf(box, setAside) : undefined;
      return {
        text: box.text,
        location: file.locate(box.line),
        state,
        ...(why === undefined ? {} : { setAside: why }),
        ...(box.prepares ? { prepares: true } : {}),
        ...(asksToArchive(box.text, slug, archiving) ? { asksToArchive: true } : {}),
      };
    });
  const count = (fits: (box: TaskBox) => boolean): number => boxes.filter(fits).length;
  const open = count(({ state, setAside: why }) => (state === "open" || state === "started") && why === undefined);
  const done = count(({ state }) => state === "done");
  return {
    path: file.path,
    areKept,
    done,
    open,
    setAside: boxes.length - open - done,
    ticked: found.filter(({ mark }) => stateOfMark(mark, words) === "done").length,
    total: found.length,
    boxes,
  };
}

/** What the mark of a box means; undefined for one that the layout does not know. */
export function stateOfMark(mark: string, { marks }: BoxWords): BoxState | undefined {
  const states = Object.entries(marks) as [BoxState, readonly string[]][];
  return states.find(([, own]) => own.includes(mark))?.[0];
}

function reasonOf(box: OpenBox, setAside: RegExp | undefined): string | undefined {
  if (box.isOptional) return optional;
  if (box.text.startsWith("~~") && box.text.endsWith("~~")) return "struck";
  return setAside?.exec(`${box.text} ${box.details}`)?.[0] ?? box.section;
}

/** The name of the unit may hold the word itself. */
function asksToArchive(text: string, slug: string | undefined, archiving: RegExp | undefined): boolean {
  if (slug === undefined || !text.includes(slug)) return false;
  return archiving?.test(text.replaceAll(slug, " ")) === true;
}

function collectBoxes(file: UnitFile, words: BoxWords): OpenBox[] {
  const collector = new BoxCollector(words);
  file.lines.forEach(({ text, code }, index) => {
    if (!code && text.trim() !== "") collector.read(text, index + 1);
  });
  markNumberedParents(collector.boxes);
  return collector.boxes;
}

/** “2. Core” is the heading of “2.1 Service”, where all boxes are written at one level. */
function markNumberedParents(boxes: readonly OpenBox[]): void {
  const numbers = boxes.map(({ text }) => /^[*_`~]*(\d+(?:\.\d+)*)\.?[\s*_`]/.exec(text)?.[1]);
  const parents = new Set(
    numbers.flatMap((number) => (number?.includes(".") === true ? [number.replace(/\.\d+$/, "")] : [])),
  );
  boxes.forEach((box, index) => {
    const number = numbers[index];
    if (number !== undefined && parents.has(number)) box.hasChildren = true;
  });
}

/** Reads the lines of a file one after the other. */
class BoxCollector {
  readonly boxes: OpenBox[] = [];
  readonly #words: BoxWords;
  readonly #closing: RegExp | undefined;
  readonly #preparing: RegExp | undefined;
  /** The boxes that the next line may be below. */
  #parents: OpenBox[] = [];
  #section: { readonly level: number; readonly name: string } | undefined;
  #prepares = false;

  constructor(words: BoxWords) {
    this.#words = words;
    this.#closing = startMatcher(words.closing);
    this.#preparing = startMatcher(words.preparing);
  }

  read(text: string, line: number): void {
    const level = /^(#{1,6})\s/.exec(text)?.[1]?.length;
    if (level === undefined) this.#readLine(text, line);
    else this.#readHeading(headingWords(text.slice(level)), level);
  }

  #readHeading(name: string, level: number): void {
    this.#parents = [];
    this.#prepares = this.#preparing?.test(name) === true;
    // What is below a closing section belongs to it.
    if (level <= (this.#section?.level ?? level))
      this.#section = this.#closing?.test(name) === true ? { level, name } : undefined;
  }

  #readLine(text: string, line: number): void {
    const indent = widthOf(/^[>\s]*/.exec(text)?.[0] ?? "");
    while ((this.#parents.at(-1)?.indent ?? -1) >= indent) this.#parents.pop();
    const holder = this.#parents.at(-1);
    const box = boxIn(text, { indent, line, section: this.#section?.name, prepares: this.#prepares }, this.#words);
    if (box === undefined) {
      if (holder !== undefined) holder.details += ` ${text.trim()}`;
      return;
    }
    if (holder !== undefined) holder.hasChildren = true;
    this.#parents.push(box);
    this.boxes.push(box);
  }
}

function boxIn(
  text: string,
  at: Pick<OpenBox, "indent" | "line" | "section" | "prepares">,
  words: BoxWords,
): OpenBox | undefined {
  const [, mark = "", star, said = ""] = boxLine.exec(text) ?? [];
  if (stateOfMark(mark, words) === undefined) return undefined;
  return { ...at, mark, text: said.trim(), isOptional: star !== undefined, details: "", hasChildren: false };
}

/** Without its number and emphasis: "## 4. **Cleanup**" and "## Phase 4: Cleanup" are "Cleanup". */
function headingWords(heading: string): string {
  return heading
    .replace(/[*_`]/g, "")
    .replace(/^(?:\s*\p{L}+\s+\d+(?:\.\d+)*\s*[:：.)–—-]|[\d.)\s]+)\s*/u, "")
    .trim();
}

function widthOf(indent: string): number {
  return indent.replaceAll("\t", "    ").length;
}

/** Phrases as whole words in any case; letters of scripts without spaces have no word ends. */
function phraseMatcher(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  return new RegExp(phrases.map((phrase) => bounded(phrase)).join("|"), "iu");
}

function startMatcher(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  return new RegExp(`^(?:${phrases.map((phrase) => bounded(phrase)).join("|")})`, "iu");
}

function bounded(phrase: string): string {
  const source = phrase.replace(/[\\^$.*+?()|[\]{}]/g, "\\$&").replace(/\s+/g, "\\s+");
  const isLatin = /^[\p{Script=Latin}\s\d'’./-]+$/u.test(phrase);
  return isLatin ? `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])` : source;
}
