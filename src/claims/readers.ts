import type { Claim } from "../core/claims/claim.ts";
import type { DocumentRole } from "../core/document.ts";
import { agentMentions } from "./agent/agent-document.ts";
import type { DocumentReading } from "./document-reading.ts";
import { documentStatuses } from "./progress/document-status.ts";
import { headingCounts } from "./progress/counts.ts";
import { diagramStates } from "./progress/diagram-states.ts";
import { discoveries } from "./progress/discoveries.ts";
import { reviewDates } from "./progress/review-date.ts";
import { ledgerSayings } from "./progress/ledger-sayings.ts";
import { listCounts } from "./progress/list-counts.ts";
import { orderings, roadmapClaims } from "./progress/roadmap.ts";
import { unreadRows } from "./progress/unread-tables.ts";
import { malformed } from "./malformed.ts";
import { proseClaims } from "./prose/prose-claims.ts";
import { queueNamings } from "./prose/queue-naming.ts";
import { deferralTriggers } from "./queue/deferral-trigger.ts";
import { entryBullets } from "./queue/entry-bullet.ts";
import { exclusions } from "./queue/exclusions.ts";
import { intents, strayIntents } from "./queue/entry-marks.ts";
import { lostHeadings } from "./queue/lost-headings.ts";
import { queueStatements } from "./queue/queue-statements.ts";
import { retirements } from "./queue/retirement.ts";
import { unreadInQueue } from "./queue/unread.ts";
import { supersessions } from "./queue/supersession.ts";
import { labelledSpecLists } from "./references/labelled-spec-lists.ts";
import { specColumns } from "./references/spec-columns.ts";
import { suppressions } from "./suppressions.ts";

/** Reads claims of some kinds out of a document. */
type Reader = (reading: DocumentReading) => readonly Claim[];

const problems: Reader = ({ document }) => malformed(document);
const statuses: Reader = ({ document }) => documentStatuses(document);
const dates: Reader = ({ document, settings }) => reviewDates(document, settings);
const diagrams: Reader = ({ document }) => diagramStates(document);
const orders: Reader = ({ document, settings }) => orderings(document, settings);
const words: Reader = ({ document, settings, placed, taken }) =>
  proseClaims(document, placed(), { settings, taken: taken() });
const keyed: Reader = ({ document, placed }) => labelledSpecLists(document, placed());
const columns: Reader = ({ document, settings }) => specColumns(document, settings);
const sayings: Reader = ({ document, placed }) => ledgerSayings(document, placed());
const lists: Reader = ({ document }) => listCounts(document);
const namings: Reader = ({ document, placed }) => queueNamings(document, placed());
const rows: Reader = ({ document, settings }) => unreadRows(document, settings);
const comments: Reader = ({ document }) => suppressions(document);

/** Who reads a document of a role, in the order of their claims. */
export const readers: Readonly<Record<DocumentRole, readonly Reader[]>> = {
  queue: [
    problems,
    statuses,
    dates,
    ({ queue }) => queue(),
    ({ sections, settings }) => queueStatements(sections(), settings),
    ({ candidates }) => intents(candidates()),
    ({ sections, settings }) => strayIntents(sections(), settings),
    ({ placed, candidates }) => exclusions(placed(), candidates()),
    ({ dependencies }) => dependencies(),
    ({ candidates }) => deferralTriggers(candidates()),
    ({ candidates }) => supersessions(candidates()),
    ({ sections, candidates }) => retirements(sections(), candidates(), supersessions(candidates())),
    ({ document, candidates, settings }) => entryBullets(document, candidates(), settings),
    words,
    sayings,
    lists,
    namings,
    ({ document, sections }) => headingCounts(document, sections()),
    ({ read, settings }) => unreadInQueue(read(), settings),
    ({ document, sections, settings }) => lostHeadings(document, sections(), settings),
    comments,
  ],
  roadmap: [
    problems,
    statuses,
    dates,
    ({ document, settings }) => roadmapClaims(document, settings),
    diagrams,
    orders,
    words,
    sayings,
    lists,
    namings,
    keyed,
    columns,
    rows,
    comments,
  ],
  ledger: [
    problems,
    statuses,
    dates,
    ({ ledger }) => ledger(),
    diagrams,
    orders,
    words,
    namings,
    keyed,
    columns,
    rows,
    comments,
  ],
  inbox: [problems, statuses, dates, ({ document }) => discoveries(document), orders, words, namings, comments],
  // Only planning documents are read as a whole: of an instruction file a template or an open fence hides nothing.
  agent: [({ document, settings }) => agentMentions(document, settings), namings, comments],
  spec: [problems, statuses, dates, words, comments],
  // Their rows and fields are read as records and units.
  index: [comments],
  unit: [comments],
};
