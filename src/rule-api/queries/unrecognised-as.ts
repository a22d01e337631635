import type { SpecTarget } from "../../core/claims/claim.ts";
import type { SpecFacts, UnrecognisedDirectory } from "../../core/fact.ts";

/**
 * The directory that begins with a spec's number although its name is not what the configured pattern wants, `003-größe`. It may be that spec, and what is in it is not
 * read: `reference/directory-shape` reports the name, and nobody can say that the spec does not exist.
 */
export function unrecognisedAs(specs: SpecFacts, spec: number): UnrecognisedDirectory | undefined {
  return specs.unrecognised.find(({ text }) => Number(/^\d{1,6}(?!\d)/.exec(text)?.[0]) === spec);
}

/** Why a spec that is not there may be there all the same; undefined when nothing speaks for it. */
export function unrecognisedReason(specs: SpecFacts, { spec, digits }: SpecTarget): string | undefined {
  const directory = unrecognisedAs(specs, spec);
  return (
    directory && `${directory.text} may be Spec ${digits}, but its name does not match the pattern of spec directories`
  );
}
