import { Footprint, isUnchanged } from "../cache/footprint.ts";
import type { AuditReport } from "../core/finding.ts";
import { openWithBase } from "../guard/open-with-base.ts";
import { report, type LintOptions, type Opened } from "../lint.ts";

/** A repository that has been read and audited. */
export interface Look {
  readonly opened: Opened;
  readonly report: AuditReport;
}

type KeptLook = Look & { readonly footprint: Footprint; readonly day: string };

/** Keeps a repository from one question to the next, as long as nothing changed of all that was looked at. Questions are answered one after the other. */
export class WarmTree {
  readonly #options: LintOptions;
  #kept: KeptLook | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LintOptions) {
    this.#options = options;
  }

  get options(): LintOptions {
    return this.#options;
  }

  /** The repository as it is now. Rejects with a `UsageError` when it cannot be read; the next question tries again. */
  look(): Promise<Look> {
    const next = this.#turn.then(() => this.#look());
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #look(): Promise<Look> {
    const day = new Date().toISOString().slice(0, 10);
    const record = this.#kept?.day === day ? this.#kept.footprint.record() : undefined;
    if (this.#kept !== undefined && record !== undefined && isUnchanged(record)) return this.#kept;
    this.#kept = undefined;
    const footprint = new Footprint();
    const opened = await openWithBase({ ...this.#options, observer: footprint });
    footprint.history(opened.root);
    this.#kept = { opened, report: report(opened), footprint, day };
    return this.#kept;
  }
}
