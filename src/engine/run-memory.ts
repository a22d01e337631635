import type { AuditModel } from "../core/audit-model.ts";
import type { Facts } from "../core/fact.ts";
import { answersSame, factChange, FactRecorder, type FactChange } from "./recorded-facts.ts";

/**
 * What rules found in the tree before, with what they had asked to find it. A rule is a function of claims and facts and of nothing else, so where
 * the next tree answers the same, so does the rule. For walks and watches, in which one tree comes after the other.
 */
export class RunMemory<Run> {
  readonly #runs = new Map<string, { readonly run: Run; readonly recorder: FactRecorder }>();
  #model: AuditModel | undefined;
  /** Undefined when nothing can be taken over. */
  #change: FactChange | undefined;

  /** Goes on to the next tree. */
  begin(model: AuditModel): void {
    const before = this.#model;
    this.#change = before?.claims === model.claims && before.settings === model.settings ? factChange(before.facts, model.facts) : undefined;
    this.#model = model;
  }

  /** What the rule found in a tree that answers the same; else what it finds now. */
  run(id: string, facts: Facts, check: (facts: Facts) => Run): Run {
    const known = this.#runs.get(id);
    if (known !== undefined && this.#change !== undefined && answersSame(known.recorder.trace, this.#change)) return known.run;
    const recorder = known?.recorder ?? new FactRecorder();
    const run = check(recorder.record(facts));
    this.#runs.set(id, { run, recorder });
    return run;
  }
}
