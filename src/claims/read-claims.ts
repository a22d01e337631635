import type { Candidate, Claim, Claims } from "../core/claims/claim.ts";
import type { Document } from "../core/document.ts";
import { startOf } from "../core/location.ts";
import type { Input, Settings } from "../core/settings.ts";
import { agentMentions } from "./agent-document.ts";
import { candidateQueue } from "./queue/candidate-queue.ts";
import { indexClaims } from "./claim-index.ts";
import { headingCounts } from "./progress/counts.ts";
import { deferralTriggers } from "./queue/deferral-trigger.ts";
import { dependencies } from "./queue/dependencies.ts";
import { diagramStates } from "./progress/diagram-states.ts";
import { discoveries } from "./progress/discoveries.ts";
import { entryBullets } from "./queue/entry-bullet.ts";
import { intents, strayIntents } from "./queue/entry-marks.ts";
import { labelledSpecLists } from "./references/labelled-spec-lists.ts";
import { ledgerClaims } from "./progress/ledger.ts";
import { identityRole } from "./identity-role.ts";
import { attributedParts } from "./prose/attributed-parts.ts";
import { queueStatements } from "./queue/queue-statements.ts";
import { remoteClaims, type RemoteClaim } from "./references/remote-claims.ts";
import { retirements } from "./queue/retirement.ts";
import { reviewDates } from "./progress/review-date.ts";
import { orderings, roadmapClaims } from "./progress/roadmap.ts";
import { proseClaims } from "./prose/prose-claims.ts";
import { suppressions } from "./suppressions.ts";
import { supersessions } from "./queue/supersession.ts";

/** Reads every claim of the documents. `claimsOf` reads those of one, and may remember them. Pure; never throws. */
export function readClaims(
  documents: readonly Document[],
  settings: Settings,
  claimsOf: typeof documentClaims = documentClaims,
): Claims {
  let remote: readonly RemoteClaim[] | undefined;
  const named = (): readonly RemoteClaim[] =>
    (remote ??= documents.flatMap((document) =>
      remoteClaims(document, settings, () =>
        claimsOf(document, settings).filter((claim) => claim.kind === "candidate"),
      ),
    ));
  return indexClaims(inputClaims(settings).concat(...documents.map((document) => claimsOf(document, settings))), {
    merge: () => named().filter((claim) => claim.kind === "merge"),
    "issue-state": () => named().filter((claim) => claim.kind === "issue-state"),
  });
}

const inputs = new WeakMap<Settings, readonly Claim[]>();

/** The very same ones for the same settings. */
function inputClaims(settings: Settings): readonly Claim[] {
  const found = inputs.get(settings) ?? readInputs(settings);
  inputs.set(settings, found);
  return found;
}

function readInputs(settings: Settings): Claim[] {
  const named: [Extract<Claim, { kind: "input" }>["role"], Input | undefined][] = [
    ["queue", settings.queue],
    ["specs", settings.specs],
    ["roadmap", settings.roadmap],
    ["ledger", settings.ledger],
    ["inbox", settings.inbox],
  ];
  return named.flatMap(([role, input]): Claim[] =>
    input === undefined
      ? []
      : [
          {
            kind: "input",
            document: role === "specs" ? "spec" : role,
            identity: `input ${identityRole(role)}`,
            text: input.path,
            location: startOf(input.path),
            quote: inputQuote(role, input),
            role,
            ...input,
          },
        ],
  );
}

function inputQuote(role: string, { path, configured }: Input): string {
  const what = role === "specs" ? "the spec root" : `the ${role}`;
  return configured ? `the configuration says that ${what} is ${path}` : `by convention ${what} is ${path}`;
}

/** The claims of one document, its suppressions last. Lists of hundreds are put together with `concat`: it copies them in one go, a spread goes from one to the next. */
export function documentClaims(document: Document, settings: Settings): readonly Claim[] {
  return statements(document, settings).concat(suppressions(document));
}

function statements(document: Document, settings: Settings): Claim[] {
  const structural = structuralClaims(document, settings);
  const malformed = document.problems.map((problem): Claim => ({
    kind: "malformed",
    document: document.role,
    identity: `malformed ${problem.text}`.slice(0, 80),
    text: problem.text,
    location: problem.location,
    message: problem.message,
  }));
  if (document.role === "agent") return malformed.concat(structural);
  const candidates = structural.filter((claim): claim is Candidate => claim.kind === "candidate");
  const parts = attributedParts(document, candidates, settings);
  const prose = proseClaims(document, parts, {
    settings,
    taken: { paths: evidenceOffsets(structural), specs: targetOffsets(structural) },
  });
  const labelled =
    document.role === "roadmap" || document.role === "ledger" ? labelledSpecLists(document, parts, settings) : [];
  return malformed.concat(
    statusClaims(document),
    reviewDates(document, settings),
    structural,
    prose,
    labelled,
    document.role === "queue" ? headingCounts(document, settings) : [],
  );
}

function structuralClaims(document: Document, settings: Settings): Claim[] {
  if (document.role === "agent") return agentMentions(document, settings);
  if (document.role === "ledger")
    return ledgerClaims(document, settings).concat(diagramStates(document), orderings(document, settings));
  if (document.role === "roadmap")
    return roadmapClaims(document, settings).concat(diagramStates(document), orderings(document, settings));
  if (document.role === "inbox") return [...discoveries(document), ...orderings(document, settings)];
  if (document.role !== "queue") return [];
  const queue = candidateQueue(document, settings);
  const candidates = queue.filter((claim): claim is Candidate => claim.kind === "candidate");
  const replaced = supersessions(candidates, settings);
  return queue.concat(
    queueStatements(document, settings),
    intents(candidates, settings),
    strayIntents(document, settings),
    dependencies(candidates),
    deferralTriggers(candidates),
    replaced,
    retirements(document, { candidates, supersessions: replaced }, settings),
    entryBullets(document, candidates, settings),
  );
}

/** The status that a document gives itself. Only its header is read: a status further down is about something else. */
function statusClaims(document: Document): Claim[] {
  return document.header
    .filter((field) => field.key === "status" || field.key === "document status")
    .map((field) => ({
      kind: "document-status",
      document: document.role,
      identity: `status of ${identityRole(document.role)}`,
      text: `${field.label}: ${field.value.plain}`,
      location: field.location,
      path: document.path,
      status: field.value.plain,
    }));
}

/** Where specs are named by a title line or by the dependency of an open entry: those claims speak for the reference. */
function targetOffsets(claims: readonly Claim[]): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const claim of claims) {
    if (claim.kind === "candidate" || claim.kind === "removal-record")
      claim.targets.forEach((target) => offsets.add(target.location.offset));
    // What is settled depends on nothing any more: there, the number is a reference like any other.
    if (claim.kind === "dependency" && claim.target !== undefined && !["promoted", "superseded"].includes(claim.role))
      offsets.add(claim.target.location.offset);
  }
  return offsets;
}

/** Where a ledger row gives its evidence: those claims speak for the path. */
function evidenceOffsets(claims: readonly Claim[]): ReadonlySet<number> {
  return new Set(claims.flatMap((claim) => (claim.kind === "evidence" ? [claim.location.offset] : [])));
}
