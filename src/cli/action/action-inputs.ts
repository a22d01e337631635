import { didYouMean } from "../../config/nearest-word.ts";
import type { PresetName } from "../../config/resolved-config.ts";
import { UsageError } from "../../core/errors.ts";
import { reporters } from "../../reporters/index.ts";
import type { Io } from "../io.ts";
import { presetOf } from "../options.ts";

/** What fails a run of the action. */
const failures = ["error", "warning", "never"] as const;
type Failure = (typeof failures)[number];

/** What a workflow says to the action. */
export interface ActionInputs {
  /** Directory to audit, from the root of the checkout. */
  readonly root: string;
  readonly config: string | undefined;
  readonly preset: PresetName | undefined;
  /** A ref or "auto"; undefined to compare pull requests only. */
  readonly base: string | undefined;
  /** Whose configuration judges; undefined for that of the base on pull requests and merge groups, and that of the tree elsewhere. */
  readonly configFrom: "tree" | "base" | undefined;
  /** Name of the format of the log. */
  readonly format: string;
  readonly failOn: Failure;
  readonly comment: boolean;
  readonly check: boolean;
  /** Path of a SARIF file to write, from the root of the checkout. */
  readonly sarif: string | undefined;
  /** Whether plugins may be loaded where the tree is trusted. */
  readonly plugins: boolean;
  readonly token: string | undefined;
}

/** Reads the inputs, `INPUT_FAIL-ON` as a runner writes it or `INPUT_FAIL_ON` as a shell can. Throws a `UsageError` that names the input. */
export function readInputs(env: Io["env"]): ActionInputs {
  const value = (name: string): string | undefined => {
    const [first, second] = [name.toUpperCase(), name.toUpperCase().replaceAll("-", "_")].map(
      (key) => env[`INPUT_${key}`]?.trim() ?? "",
    );
    return first || second || undefined;
  };
  return {
    root: value("root") ?? ".",
    config: value("config"),
    preset: presetOf(value("preset")),
    base: value("base"),
    configFrom: configFromOf(value("config-from")),
    format: oneOf("format", value("format") ?? "github", Object.keys(reporters)),
    failOn: oneOf("fail-on", value("fail-on") ?? "error", failures),
    comment: yesOrNo("comment", value("comment")),
    check: yesOrNo("check", value("check")),
    sarif: value("sarif"),
    plugins: yesOrNo("plugins", value("plugins") ?? "false"),
    token: value("token") ?? (env["GITHUB_TOKEN"]?.trim() || undefined),
  };
}

function configFromOf(value: string | undefined): ActionInputs["configFrom"] {
  return value === undefined ? undefined : oneOf("config-from", value, ["tree", "base"] as const);
}

function oneOf<Name extends string>(input: string, value: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `The input “${input}” cannot be “${value}”${didYouMean(value, names) || "."}`,
    `Write one of ${names.join(", ")}.`,
  );
}

/** True when nothing is said. */
function yesOrNo(input: string, value = "true"): boolean {
  return oneOf(input, value.toLowerCase(), ["true", "false"]) === "true";
}
