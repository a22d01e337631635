import type { ClaimKind, ClaimOf, Claims, IndexClaim, PlanRecordClaim, UnitClaim } from "../core/claims/claim.ts";
import type { Document, DocumentProblem } from "../core/document.ts";
import { lazily } from "../core/lazily.ts";
import type { Layout } from "../core/layout.ts";
import { startOf } from "../core/location.ts";
import type { Units } from "../core/unit.ts";
import { stateOfMark } from "../units/read-tasks.ts";
import type { PlanIndex } from "./plan-indexes.ts";
import { cutRows } from "./progress/unread-tables.ts";
import { suppressions } from "./suppressions.ts";

/** The claims of the planning documents with those of units and indexes, which are read when somebody asks for them. */
export function withPlanClaims(claims: Claims, units: Units, indexes: () => readonly PlanIndex[]): Claims {
  if (units.layouts.length === 0) return claims;
  const late: { readonly [Kind in ClaimKind]?: () => readonly ClaimOf<Kind>[] } = {
    unit: lazily(() => unitClaims(units)),
    index: lazily(() => indexes().map(indexClaim)),
    "plan-record": lazily(() => indexes().flatMap(recordClaims)),
    unread: lazily(() => [
      ...claims.of("unread"),
      ...indexes().flatMap(({ document }) => cutRows(document).filter(({ sign }) => sign !== undefined)),
    ]),
    malformed: lazily(() => [
      ...claims.of("malformed"),
      ...[...units.problems, ...indexes().flatMap(dataProblems)].map(malformedClaim),
    ]),
    suppression: lazily(() => [
      ...claims.of("suppression"),
      ...indexes().flatMap(({ document }) => suppressions(document).filter((claim) => claim.kind === "suppression")),
    ]),
  };
  return {
    of: <Kind extends ClaimKind>(kind: Kind) => (late[kind]?.() ?? claims.of(kind)) as readonly ClaimOf<Kind>[],
  };
}

/** What is wrong with documents of data; in one of Markdown other rows can still be read. */
function dataProblems({ document }: PlanIndex): readonly DocumentProblem[] {
  return "data" in document ? document.problems : [];
}

function malformedClaim({ message, text, location }: DocumentProblem): ClaimOf<"malformed"> {
  return { kind: "malformed", document: "index", identity: `malformed ${text}`.slice(0, 80), text, location, message };
}

function unitClaims({ all }: Units): UnitClaim[] {
  return all.map((unit) => ({
    kind: "unit",
    document: "unit",
    identity: `${unit.source} ${unit.name.text}`,
    text: unit.name.text,
    location: unit.location,
    quote: unit.path,
    unit,
  }));
}

function indexClaim({ document, layout, source, named, records, unread }: PlanIndex): IndexClaim {
  const first = Math.min(document.text.length, ...records.map(({ extent }) => extent.offset));
  return {
    kind: "index",
    document: "index",
    identity: `index ${document.path}`,
    text: document.path,
    location: startOf(document.path),
    path: document.path,
    layout: layout.name,
    source,
    named,
    records,
    unread,
    preface: document.text.slice(0, first),
    historical: historicalWords(document, layout),
  };
}

/** So many characters from the top may say it. */
const longestDeclaration = 700;

function historicalWords({ text }: Document, { historical }: Layout): string | undefined {
  const top = text.slice(0, longestDeclaration).toLowerCase();
  return historical.find((words) => top.includes(words));
}

function recordClaims({ document, layout, named, records }: PlanIndex): PlanRecordClaim[] {
  const historical = historicalWords(document, layout);
  return records.map((record) => ({
    kind: "plan-record",
    document: "index",
    identity: `row ${record.unit?.name.text ?? record.text}`,
    text: record.text,
    location: record.location,
    ...(record.quote === undefined ? {} : { quote: record.quote }),
    record,
    path: document.path,
    layout: layout.name,
    historical,
    box: named && record.mark !== undefined ? stateOfMark(record.mark, layout.boxes) : undefined,
  }));
}
