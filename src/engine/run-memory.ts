import type { AuditModel } from "../core/audit-model.ts";
import type { ClaimKind, Claims } from "../core/claim.ts";
import type { Facts } from "../core/fact.ts";
import { answersSame, factChange, type FactChange } from "./fact-change.ts";
import { FactRecorder } from "./recorded-facts.ts";
import type { Looked } from "./tally.ts";

/**
 * What rules found in the tree before, with what they had asked to find it. A rule is a function of claims and facts and of nothing else, so where
 * the next tree answers the same, so does the rule. For walks and watches, in which one tree comes after the other.
 */
export class RunMemory<Run extends { readonly looked: Pick<Looked, "kinds"> }> {
  readonly #runs = new Map<string, { readonly run: Run; readonly recorder: FactRecorder }>();
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

  /** Whether this tree claims what the one before claims, on the same day. */
  get isSteady(): boolean {
    return this.#change !== undefined && this.#claims.before === this.#claims.after && this.#change.before.today === this.#change.after.today;
  }

  /** Lets go of what a rule found, because more has changed than claims and facts. */
  forget(id: string): void {
    this.#runs.delete(id);
  }

  /** What the rule found in a tree that answers the same; else what it finds now. */
  run(id: string, facts: Facts, check: (facts: Facts) => Run): Run {
    const known = this.#runs.get(id);
    if (known !== undefined && this.#change !== undefined && this.#claimsSame(known.run, known.recorder) && answersSame(known.recorder.trace, this.#change)) return known.run;
    const recorder = known?.recorder ?? new FactRecorder();
    const run = check(recorder.record(facts));
    this.#runs.set(id, { run, recorder });
    return run;
  }

  /** Whether any rule may have read a file. */
  hasRead(path: string): boolean {
    return [...this.#runs.values()].some(({ recorder: { trace } }) => trace.archives || trace.files.has(path));
  }

  /** Whether the rule would be given the very same claims. */
  #claimsSame({ looked }: Run, { trace }: FactRecorder): boolean {
    const { before, after } = this.#claims;
    if (before === after) return true;
    return !trace.headings && [...looked.kinds].every((kind) => this.#kindSame(kind));
  }

  #kindSame(kind: ClaimKind): boolean {
    const { before, after, same } = this.#claims;
    const [earlier, later] = [before?.of(kind), after?.of(kind)];
    const found = same.get(kind) ?? (earlier !== undefined && earlier.length === later?.length && earlier.every((claim, index) => claim === later[index]));
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
