import { dataAt, wordsAt, type DataMatch, type DataWords } from "../core/data.ts";
import type { Document } from "../core/document.ts";
import type { DataRecords } from "../core/layout.ts";
import type { PlanRecord, Reader, ReaderContext } from "../core/record.ts";
import type { UnitReference } from "../core/unit.ts";
import { recordOf } from "../records/record-of.ts";

/** Entries of a document of data, where the layout says that records are. One that names several units is a record about each. */
export const data: Reader = (document, context) => ({
  records: context.source.records.flatMap((records) => readRecords(document, records, context)),
  unread: [],
});

function readRecords(document: Document, records: DataRecords, context: ReaderContext): PlanRecord[] {
  const isRecord = records.key === undefined ? undefined : new RegExp(`^(?:${records.key})$`, "u");
  return dataAt(document.data, records.path)
    .filter(({ key }) => isRecord === undefined || (key !== undefined && isRecord.test(key.key)))
    .flatMap((match) => readRecord(match, records, { ...context, path: document.path }));
}

type Place = ReaderContext & { readonly path: string };

function readRecord(match: DataMatch, records: DataRecords, place: Place): PlanRecord[] {
  return records.references
    .flatMap((one) => wordsAt(match, one))
    .filter(({ text }) => text !== "")
    .map((named) => toRecord(match, named, { records, place }));
}

function toRecord(
  match: DataMatch,
  named: DataWords,
  { records, place }: { readonly records: DataRecords; readonly place: Place },
): PlanRecord {
  const { source, units, path } = place;
  const reference = referenceOf(named.text, source.units);
  const title = wordsAt(match, records.title)[0]?.text;
  const said = statusIn(match, named, records);
  const quote = [title ?? match.key?.key, said?.text, said?.comment].filter((part) => part !== undefined);
  return recordOf(
    { reference, resolution: units.resolve(reference, path), by: reference.path === undefined ? "name" : "path" },
    {
      form: "entry",
      title: title ?? named.text,
      text: named.text,
      location: named.location,
      quote: quote.join(" ").slice(0, 160),
      sections: match.trail.slice(0, -1),
      status: isTakenBack(said, place) ? undefined : said,
      progress: undefined,
      mark: undefined,
      cells: [],
      extent: match.node.location,
    },
  );
}

/** A number or a date is no status. */
function statusIn(match: DataMatch, named: DataWords, { status, says }: DataRecords): DataWords | undefined {
  const said = wordsAt(match, status).find(({ isText }) => isText === true);
  return said ?? (says === undefined ? undefined : { ...named, text: says });
}

/** By a comment that begins with a status of its own: `done  # superseded by 4-2`. */
function isTakenBack(said: DataWords | undefined, { units, layout }: Place): boolean {
  return said?.comment !== undefined && units.stageOf(said.comment, layout.name) !== undefined;
}

/** A path from the root or from the document, else a name. */
function referenceOf(text: string, kinds: readonly string[]): UnitReference {
  const sources = kinds.length === 0 ? undefined : kinds;
  return text.includes("/") ? { text, path: text, sources } : { text, id: text, slug: text, sources };
}
