import { UsageError } from "../core/errors.ts";

/** What is meant as a configuration by its name: `queue-lint.config.ts`, `.queue-lintrc`. */
const meant = /^\.?queue-?lint(?:\.config|rc)(?:\.\w+)?$/i;
const program = /\.[cm]?[jt]s$/i;

/** Throws a `UsageError` for a file that is meant as a configuration and that nobody reads, so that no audit goes by the defaults in silence. */
export function refuseMisnamed(names: Iterable<string>, valid: readonly string[]): void {
  const name = [...names].sort().find((one) => meant.test(one) && !valid.includes(one));
  if (name === undefined) return;
  const right = valid.find((one) => one.toLowerCase() === name.toLowerCase());
  if (right !== undefined)
    throw new UsageError(`The configuration has its name in another case: ${name}.`, `Rename it to ${right}.`, name);
  if (program.test(name))
    throw new UsageError(
      `${name} is not read: the configuration is data, and an audit runs no code of the repository for it.`,
      "Write it as queue-lint.config.json, .jsonc or .yaml; rules of your own are plugins (docs/writing-a-rule.md).",
      name,
    );
  throw new UsageError(`${name} is not a name of a configuration.`, `Rename it to one of ${valid.join(", ")}.`, name);
}
