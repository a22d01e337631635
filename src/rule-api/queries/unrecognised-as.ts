import type { UnrecognisedDirectory, SpecFacts } from "../../core/fact.ts";

/**
 * The directory that begins with a spec's number although its name is not what the configured pattern wants, `003-größe`. It may be that spec, and what is in it is not
 * read: `reference/directory-shape` reports the name, and nobody can say that the spec does not exist.
 */
export function unrecognisedAs(specs: SpecFacts, spec: number): UnrecognisedDirectory | undefined {
  return specs.unrecognised.find(({ text }) => Number(/^\d{1,6}(?!\d)/.exec(text)?.[0]) === spec);
}
