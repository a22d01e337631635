import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate } from "../core/claims/claim.ts";
import { entryChanges, keysOf, type EntryChange } from "../rule-api/index.ts";

/** The commit in which something happened. */
export interface CommitLabel {
  /** Full object name. */
  readonly id: string;
  /** ISO 8601, by the author. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** What happened to an entry in one commit, and where it is from then on; for an entry that is gone, where it was before. */
export interface EntryEvent {
  readonly kind: "added" | "moved" | "promoted" | "renamed" | "gutted" | "archived" | "vanished" | "restored";
  readonly commit: CommitLabel;
  readonly path: string;
  readonly line: number;
  /** "from “Active” to “Deferred”". */
  readonly detail: string;
}

export interface EntryLife {
  /** The last title. */
  readonly title: string;
  /** Every key that the entry ever had. */
  readonly keys: readonly string[];
  readonly events: readonly EntryEvent[];
}

/** One commit that touched the queue. */
export interface HistoryStep {
  readonly commit: CommitLabel;
  readonly model: AuditModel;
  /** Places of entries that lost most of what they said in this commit. */
  readonly gutted: readonly { readonly path: string; readonly line: number }[];
}

interface OpenLife {
  title: string;
  readonly keys: Set<string>;
  readonly events: EntryEvent[];
}

/** Follows every entry from commit to commit. The steps come from old to new; the models are not kept. */
export class EntryLives {
  readonly #all: OpenLife[] = [];
  #present = new Map<Candidate, OpenLife>();
  readonly #gone = new Map<string, OpenLife>();
  #before: AuditModel | undefined;

  /** The entries that are there before the first step: what happened to them earlier is not known. */
  begin(model: AuditModel): void {
    for (const candidate of model.claims.of("candidate")) {
      const life = { title: candidate.title, keys: new Set(keysOf(candidate)), events: [] };
      this.#all.push(life);
      this.#present.set(candidate, life);
    }
    this.#before = model;
  }

  add(step: HistoryStep): void {
    const { model, commit } = step;
    const now = model.claims.of("candidate");
    const present = new Map<Candidate, OpenLife>();
    const before = this.#before;
    if (before !== undefined) {
      const base = { name: "", commit: "", model: before, subtracted: false };
      for (const change of entryChanges({ claims: model.claims, facts: model.facts, base }))
        this.#follow(change, step, present);
    }
    for (const candidate of now) if (!present.has(candidate)) present.set(candidate, this.#begin(candidate, commit));
    this.#present = present;
    this.#before = model;
  }

  /** All lives in which something happened, in the order in which the entries came up. */
  get all(): readonly EntryLife[] {
    return this.#all
      .filter(({ events }) => events.length > 0)
      .map(({ title, keys, events }) => ({ title, keys: [...keys], events }));
  }

  #follow(
    { before, after, kept }: EntryChange,
    { commit, gutted }: HistoryStep,
    present: Map<Candidate, OpenLife>,
  ): void {
    const life = this.#present.get(before);
    if (life === undefined) return;
    if (after === undefined) {
      this.#end(life, { before, kept }, commit);
      return;
    }
    // Of two copies that became one, the first goes on.
    if (present.has(after)) return;
    present.set(after, life);
    life.title = after.title;
    keysOf(after).forEach((key) => life.keys.add(key));
    const { path, line } = after.location;
    const isGutted = gutted.some((place) => place.path === path && place.line === line);
    for (const [kind, detail] of eventsOf(before, after, isGutted))
      life.events.push({ kind, commit, path, line, detail });
  }

  #end(life: OpenLife, { before, kept }: Pick<EntryChange, "before" | "kept">, commit: CommitLabel): void {
    keysOf(before).forEach((key) => this.#gone.set(key, life));
    const place = kept ?? before.location;
    life.events.push({
      kind: kept === undefined ? "vanished" : "archived",
      commit,
      path: place.path,
      line: place.line ?? 1,
      detail: `from “${before.section}”`,
    });
  }

  #begin(candidate: Candidate, commit: CommitLabel): OpenLife {
    const { path, line } = candidate.location;
    const gone = keysOf(candidate)
      .map((key) => this.#gone.get(key))
      .find((life) => life !== undefined);
    const life = gone ?? { title: candidate.title, keys: new Set(keysOf(candidate)), events: [] };
    if (gone === undefined) this.#all.push(life);
    else keysOf(candidate).forEach((key) => this.#gone.delete(key));
    life.events.push({
      kind: gone === undefined ? "added" : "restored",
      commit,
      path,
      line,
      detail: `under “${candidate.section}”${targetOf(candidate)}`,
    });
    return life;
  }
}

function targetOf({ targets }: Candidate): string {
  return targets.length === 0 ? "" : `, ${targets.map(({ digits }) => `Spec ${digits}`).join(" and ")}`;
}

/** What happened to an entry that is still one. */
function eventsOf(
  before: Candidate,
  after: Candidate,
  isGutted: boolean,
): readonly (readonly [kind: EntryEvent["kind"], detail: string])[] {
  const moved = after.role === "promoted" ? "promoted" : "moved";
  return [
    ...(before.key === after.key ? [] : [["renamed", `from “${before.title}” to “${after.title}”`] as const]),
    ...(before.role === after.role
      ? []
      : [[moved, `from “${before.section}” to “${after.section}”${targetOf(after)}`] as const]),
    ...(isGutted ? [["gutted", "most of what it said is gone"] as const] : []),
  ];
}
