import { dataAt, wordsAt, type DataMatch } from "../core/data.ts";
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

function readRecord(match: DataMatch, records: DataRecords, context: ReaderContext & { path: string }): PlanRecord[] {
  const [title] = wordsAt(match, records.title);
  const status = wordsAt(match, records.status).find(({ isText }) => isText === true);
  const { layout, units, source, path } = context;
  return records.references
    .flatMap((one) => wordsAt(match, one))
    .filter(({ text }) => text !== "")
    .map((named) => {
      const reference = referenceOf(named.text, source.units);
      const said = status ?? (records.says === undefined ? undefined : { ...named, text: records.says });
      const quote = [title?.text ?? match.key?.key, said?.text, said?.comment].filter((part) => part !== undefined);
      return recordOf(
        { reference, resolution: units.resolve(reference, path), by: reference.path === undefined ? "name" : "path" },
        {
          form: "entry",
          title: title?.text ?? named.text,
          text: named.text,
          location: named.location,
          quote: quote.join(" ").slice(0, 160),
          sections: match.trail.slice(0, -1),
          // What a comment takes back is not so.
          status: said === undefined || takesBack(said.comment, units.stageOf, layout.name) ? undefined : said,
          progress: undefined,
          mark: undefined,
          cells: [],
          extent: match.node.location,
        },
      );
    });
}

/** A path from the root or from the document, else a name. */
function referenceOf(text: string, kinds: readonly string[]): UnitReference {
  const sources = kinds.length === 0 ? undefined : kinds;
  return text.includes("/") ? { text, path: text, sources } : { text, id: text, slug: text, sources };
}

/** A comment that begins with a status of its own: `done  # superseded by 4-2`. */
function takesBack(
  comment: string | undefined,
  stageOf: (status: string, layout: string) => unknown,
  layout: string,
): boolean {
  return comment !== undefined && stageOf(comment, layout) !== undefined;
}
