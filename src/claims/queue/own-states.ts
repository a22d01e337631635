import type { EntryRole, Field, OwnState } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { readStatusWords, type StatusWords } from "../../core/status-words.ts";
import type { Stage } from "../../core/statuses.ts";
import { markOf, titleMarks, type TitleMark } from "../../core/title-marks.ts";
import { plainSlice } from "../../documents/slice-inline.ts";
import type { RawEntry } from "./raw-entry.ts";

/** Labels that ask for a sentence, in which a word that nobody knows is no status. */
const sentences = /decision|decided|entscheid|décision|decisión|decisão|決定|决定/;
const adverbs = /^(?:explicitly|intentionally|already|currently|now) /;

/** All that an entry says about how far it is: in its status, by marks around its title, by its box, and by being struck out. */
export function ownStates(entry: RawEntry, settings: Settings): OwnState[] {
  const { text, location } = { text: entry.title.title, location: entry.line.location };
  const marks = marksOf(entry, settings).map((mark): OwnState => ({
    form: "title",
    section: undefined,
    location,
    ...mark,
  }));
  const mark = entry.mark ?? boxInHeading(entry.title);
  const box = boxStage(mark, settings);
  return [
    ...entry.fields.flatMap((field) => statusOf(field, settings)),
    ...marks,
    ...(box === undefined
      ? []
      : [{ form: "box", text: `[${mark}]`, location, stage: box, section: undefined } as const]),
    ...(entry.struck === true
      ? [{ form: "strike", text, location, stage: "closed", section: undefined } as const]
      : []),
  ];
}

function statusOf(field: Field, settings: Settings): OwnState[] {
  if (!field.names.includes("status")) return [];
  const { plain } = field.value;
  const words = readStatusWords(plain, settings.entryStatuses.all);
  if (words === undefined) return [];
  const section = sectionOf(words, settings);
  const stage = section === "active" ? "planned" : (laterStage(plain, settings) ?? words.stage);
  if (stage === undefined && section === undefined && !isStatusLabel(field, settings)) return [];
  return [{ form: "status", text: plain, word: words.word, location: field.location, stage, section }];
}

/** “State of the data” is a label of its own, and a decision is told in words of every kind. */
function isStatusLabel({ key }: Field, { fields }: Settings): boolean {
  return fields.status.includes(key) && !sentences.test(key);
}

/** “Ready; blocked by legal” waits, whatever it is ready for. */
function laterStage(status: string, { entryStatuses }: Settings): Stage | undefined {
  const [, ...later] = status.slice(0, 200).split(/[,;(]|\s[–—-]\s/);
  const waits = later.some((part) => {
    const words = part.trim().replace(/^(?:but|currently|now|still|aber|jetzt|mais|pero|mas)\s+/i, "");
    return markOf(words, entryStatuses.inTitles)?.stage === "waiting";
  });
  return waits ? "waiting" : undefined;
}

/**
 * The role of the section that a status names: “Deferred until May”, “Promoted to Spec 242”. Only the whole word “Active” names the active one, and “Promotable”
 * is free, though it heads the section of what is not.
 */
function sectionOf({ word, stage }: StatusWords, { sections }: Settings): EntryRole | undefined {
  const key = entryKey(word).replace(adverbs, "");
  if (sections.active.some((alias) => entryKey(alias) === key)) return "active";
  if (stage === "planned" || stage === "approved") return undefined;
  const named = (["manual", "deferred", "promoted", "superseded"] as const).flatMap((role) =>
    sections[role]
      .map(entryKey)
      .filter((alias) => key === alias || key.startsWith(`${alias} `))
      .map(({ length }) => ({ role, length })),
  );
  return named.sort((one, other) => other.length - one.length)[0]?.role;
}

/** The marks around the title, and those right after it: `**Seat maps** [P1] [BLOCKED]: …`. */
function marksOf({ title, line }: RawEntry, { entryStatuses: { inTitles } }: Settings): readonly TitleMark[] {
  const own = titleMarks(title.title, inTitles);
  const head = plainSlice(line, 0, title.bodyStart);
  const at = head.indexOf(own.title);
  const before = at > 0 ? titleMarks(`${head.slice(0, at).trim()} ${own.title}`, inTitles).marks : [];
  const after = title.shape === "heading" ? "" : line.text.slice(title.bodyStart, title.bodyStart + 120);
  const [beside = ""] =
    /^(?:[\s·|]*(?:\[[^[\]\n]{1,60}\]|\([^()\n]{1,60}\)|\p{Extended_Pictographic}\uFE0F?))+/u.exec(after) ?? [];
  const marks = [...beside.matchAll(/\[[^[\]]+\]|\([^()]+\)|\p{Extended_Pictographic}/gu)].flatMap(
    ([text]) => markOf(text, inTitles) ?? [],
  );
  const all = [...own.marks, ...before, ...marks];
  return all.filter((mark, index) => all.findIndex(({ text }) => text === mark.text) === index);
}

/** The box that somebody wrote into a heading, where Markdown has none: “### [x] Seat maps”. */
function boxInHeading({ title, shape }: RawEntry["title"]): string | undefined {
  return shape === "heading" ? /^\[([xX ~/>!?-])\]\s/.exec(title)?.[1] : undefined;
}

/** How far a box says that the entry is; undefined without a box, and for an open one. */
function boxStage(mark: string | undefined, { boxes }: Settings): Stage | undefined {
  const box = mark?.toLowerCase();
  if (box === undefined) return undefined;
  if (boxes.marks.done.includes(box)) return "implemented";
  if (boxes.marks.dropped.includes(box)) return "closed";
  if (boxes.started.includes(box)) return "started";
  return boxes.marks.open.includes(box) ? undefined : "waiting";
}
