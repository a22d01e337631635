import fc from "fast-check";

/** How often and from where a target is tried. `path` leads straight to a failure that an earlier run shrank. */
export interface FuzzRun {
  readonly cases: number;
  readonly seed: number;
  readonly path?: string | undefined;
}

/** An input that breaks a property, made as small as it goes. */
export interface FuzzFailure {
  /** Where fast-check finds the input again, with the seed of the run. */
  readonly path: string;
  /** The input as source text of TypeScript, for a regression test. */
  readonly input: string;
  readonly error: unknown;
}

/** One kind of input that is fuzzed. */
export interface FuzzTarget {
  readonly description: string;
  /** Tries inputs until one fails; undefined when none does. */
  run(run: FuzzRun): FuzzFailure | undefined;
}

interface Definition<Input> {
  readonly description: string;
  readonly input: fc.Arbitrary<Input>;
  /** Throws when the input breaks a property. */
  readonly check: (input: Input) => void;
  /** Makes a failing input smaller than shrinking does, by what it is made of; `fails` says whether a smaller one still fails. */
  readonly reduce?: (input: Input, fails: (input: Input) => boolean) => Input;
}

/** A target, from how its inputs are made and what must hold for them. */
export function fuzzTarget<Input>({ description, input, check, reduce }: Definition<Input>): FuzzTarget {
  const errorOf = (value: Input): unknown => {
    try {
      check(value);
      return undefined;
    } catch (error) {
      return error ?? new Error("thrown without an error");
    }
  };
  return {
    description,
    run({ cases, seed, path }) {
      const details = fc.check(fc.property(input, check), {
        numRuns: cases,
        seed,
        ...(path === undefined ? {} : { path }),
      });
      if (!details.failed) return undefined;
      const [found] = details.counterexample ?? [];
      if (found === undefined) return { path: "", input: "", error: details.errorInstance };
      const wanted = kindOf(errorOf(found));
      const smallest = reduce?.(found, (smaller) => kindOf(errorOf(smaller)) === wanted) ?? found;
      return {
        path: details.counterexamplePath ?? "",
        input: JSON.stringify(smallest, null, 2),
        error: errorOf(smallest),
      };
    },
  };
}

/** What two errors of one cause have in common: a smaller input must not be kept because it fails otherwise. */
function kindOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  return error instanceof Error ? `${error.name} ${error.message.split(/[:“"\d]/, 1).join("")}` : String(error);
}
