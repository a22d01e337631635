import type { Candidate, Claim } from "../core/claims/claim.ts";
import type { Document } from "../core/document.ts";
import { lazily } from "../core/lazily.ts";
import type { Settings } from "../core/settings.ts";
import { ledgerClaims } from "./progress/ledger.ts";
import { attributedInlines, type AttributedInline } from "./prose/attributed-inlines.ts";
import type { TakenOffsets } from "./prose/prose-claims.ts";
import { candidateQueue } from "./queue/candidate-queue.ts";
import { dependencies } from "./queue/dependencies.ts";
import { readSections, type ReadSection } from "./queue/read-sections.ts";
import { queueSections, type QueueSection } from "./queue/queue-sections.ts";

/** One reading of a document: what several of its readers ask for, read when the first one asks. */
export interface DocumentReading {
  readonly document: Document;
  readonly settings: Settings;
  /** The sections of the queue. */
  sections(): readonly QueueSection[];
  /** The same, with the entries in them; none of any other document. */
  read(): readonly ReadSection[];
  /** The claims that the structure of the queue makes. */
  queue(): readonly Claim[];
  /** The entries of the queue; no other document has any. */
  candidates(): readonly Candidate[];
  dependencies(): ReturnType<typeof dependencies>;
  /** The claims that the tables of the ledger make. */
  ledger(): readonly Claim[];
  /** Every inline in order, with the entry that holds it. */
  placed(): readonly AttributedInline[];
  /** Paths and specs that claims of the structure speak for. */
  taken(): TakenOffsets;
}

export function readingOf(document: Document, settings: Settings): DocumentReading {
  const { role } = document;
  const sections = lazily(() => queueSections(document, settings));
  const read = lazily(() => (role === "queue" ? readSections(sections(), settings) : []));
  const queue = lazily((): readonly Claim[] => candidateQueue(read(), settings));
  const candidates = lazily(() => queue().filter((claim) => claim.kind === "candidate"));
  const named = lazily(() => dependencies(candidates()));
  const ledger = lazily((): readonly Claim[] => (role === "ledger" ? ledgerClaims(document, settings) : []));
  return {
    document,
    settings,
    sections,
    read,
    queue,
    candidates,
    dependencies: named,
    ledger,
    placed: lazily(() => attributedInlines(document, candidates())),
    taken: () => ({ paths: evidenceOffsets(ledger()), specs: targetOffsets([...queue(), ...named()]) }),
  };
}

/** Where specs are named by a title line or by the dependency of an open entry. */
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

/** Where a ledger row gives its evidence. */
function evidenceOffsets(claims: readonly Claim[]): ReadonlySet<number> {
  return new Set(claims.flatMap((claim) => (claim.kind === "evidence" ? [claim.location.offset] : [])));
}
