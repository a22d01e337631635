import type { AuditModel } from "../core/audit-model.ts";
import type { ClaimKind, Claims } from "../core/claims/claim.ts";
import type { Facts } from "../core/fact.ts";
import { answersSame, factChange, type FactChange } from "./fact-change.ts";
import { allTraces, FactRecorder, type FactTrace } from "./recorded-facts.ts";
import type { Examined } from "./tally.ts";

/**
 * What rules found in the tree before, with what they had asked to find it. A rule is a function of claims and facts and of nothing else, so where
 * the next tree answers the same, so does the rule. For walks and watches, in which one tree comes after the other.
 */
export class RunMemory<Run extends { readonly examined: Pick<Examined, "kinds"> }> {
  readonly #runs = new Map<string, Run>();
  /** By rule; each with one recorder for all trees. */
  readonly #recorders = new Map<string, FactRecorder>();
  /** What all of them asked together; undefined when a rule may have asked for more since. */
  #asked: FactTrace | undefined;
  #model: AuditModel | undefined;
  #claims: ClaimChange = { before: undefined, after: undefined, same: new Map() };
  /** Undefined when nothing can be taken over. */
  #change: FactChange | undefined;

  /** Goes on to the next tree. */
  begin(model: AuditModel): void {
    const before = this.#model;
    this.#change = before?.settings === model.settings ? factChange(before.facts, model.facts) : undefined;
    this.#claims = { before: before?.claims, after: model.claims, same: new Map() };
    this.#model = model;
  }

  /** Whether this tree claims what the one before claims, and answers the same to every rule. */
  get isUnchanged(): boolean {
    const change = this.#change;
    return (
      change !== undefined &&
      this.#areAllClaimsSame() &&
      change.before.today === change.after.today &&
      answersSame(this.#whole(), change)
    );
  }

  /** What the rule found in the tree before, when this one answers the same. */
  recall(id: string): Run | undefined {
    const [known, recorder] = [this.#runs.get(id), this.#recorders.get(id)];
    if (known === undefined || recorder === undefined || this.#change === undefined) return undefined;
    return this.#claimsSame(known, recorder) && answersSame(recorder.trace, this.#change) ? known : undefined;
  }

  /** The facts of this tree, for the rule to be asked again. */
  record(id: string, facts: Facts): Facts {
    const recorder = this.#recorders.get(id) ?? new FactRecorder();
    this.#recorders.set(id, recorder);
    return recorder.record(facts);
  }

  /** Remembers what a rule found in this tree. */
  keep(id: string, run: Run): Run {
    this.#runs.set(id, run);
    this.#asked = undefined;
    return run;
  }

  /** Whether any rule may have read a file. */
  hasRead(path: string): boolean {
    return [...this.#recorders.values()].some(({ trace }) => trace.archives || trace.files.has(path));
  }

  #whole(): FactTrace {
    return (this.#asked ??= allTraces([...this.#recorders.values()].map(({ trace }) => trace)));
  }

  #areAllClaimsSame(): boolean {
    return [...this.#runs].every(([id, run]) => {
      const recorder = this.#recorders.get(id);
      return recorder !== undefined && this.#claimsSame(run, recorder);
    });
  }

  /** Whether the rule would be given the very same claims. */
  #claimsSame({ examined }: Run, { trace }: FactRecorder): boolean {
    const { before, after } = this.#claims;
    if (before === after) return true;
    return !trace.headings && [...examined.kinds].every((kind) => this.#kindSame(kind));
  }

  #kindSame(kind: ClaimKind): boolean {
    const { before, after, same } = this.#claims;
    const [earlier, later] = [before?.of(kind), after?.of(kind)];
    const found =
      same.get(kind) ??
      (earlier !== undefined &&
        earlier.length === later?.length &&
        earlier.every((claim, index) => claim === later[index]));
    same.set(kind, found);
    return found;
  }
}

/** The claims of two trees, and of which kinds they are the very same. */
interface ClaimChange {
  readonly before: Claims | undefined;
  readonly after: Claims | undefined;
  readonly same: Map<ClaimKind, boolean>;
}
