import { z } from "zod";
import { severities } from "../core/finding.ts";
import { planningRoles } from "../core/settings.ts";
import type { Rule } from "../rule-api/index.ts";
import { faultless, refuseFormer } from "./faultless.ts";
import { formerKeys } from "./former-keys.ts";
import { layoutChoice } from "./layout-schema.ts";
import { pluginFault } from "./plugin-fault.ts";
import { globFault, pathFault, repositoryPath } from "./repository-path.ts";
import { presetNames } from "./resolved-config.ts";
import { defaultSpecPattern, specPatternFault } from "./spec-pattern.ts";
import { columns, entries, phrases, priorities, sections, statuses } from "./vocabulary-schema.ts";

/** What a rule may be set to. */
export const ruleStates = [...severities, "off"] as const;

/** The configuration as the user writes it. */
export type UserConfig = z.input<ReturnType<typeof configSchema>>;

/** The schema of the user's configuration. Ids and options of the rules are part of it. */
export function configSchema(rules: readonly Rule[]) {
  return z
    .strictObject({
      $schema: z.string().describe("Address or path of the JSON schema, for completion in editors."),
      preset: z
        .enum(presetNames)
        .meta({ default: "recommended" })
        .describe("Which rules are on, and how severe they are."),
      queue: optionalPath(
        "The document that holds the candidate queue, or `false` when the repository has none. Found by its conventional name when not given.",
      ),
      specs: specs(),
      roadmap: optionalPath("The roadmap, or `false` when the audit should not look for one."),
      ledger: optionalPath("The implementation ledger, or `false` when the audit should not look for one."),
      inbox: optionalPath(
        "The document of discoveries that wait for a decision, or `false` when the audit should not look for one.",
      ),
      staging: optionalPath("The former name of `inbox`.").meta({ deprecated: true }),
      agents: z
        .array(faultless(globFault))
        .describe("Globs of instruction files for coding agents, instead of the conventional ones; `[]` for none."),
      layout: layoutChoice().describe(
        "How the repository arranges its planning, instead of what it shows: a preset, a path, or a layout.",
      ),
      layouts: z.array(z.string().min(1)).describe("Several layouts, by name or path; `[]` for none."),
      sections: sections(),
      entries: entries(),
      priorities: priorities(),
      statuses: statuses(),
      ladder: statuses().describe("The former name of `statuses`.").meta({ deprecated: true }),
      columns: columns(),
      phrases: phrases(),
      baseline: path("The file of findings that are known and hidden, as `queue-lint baseline` writes it."),
      guard: guard(),
      plugins: z
        .array(faultless(pluginFault))
        .describe("ES modules with rules of your own: paths that begin with `./`, or names of packages."),
      rules: z
        .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule).optional()])))
        .describe("A severity for a rule, or a severity and the rule's options."),
    })
    .partial()
    .superRefine(refuseFormer(formerKeys))
    .superRefine(refuseSharedPaths);
}

function path(description: string) {
  return faultless(pathFault).describe(description);
}

function optionalPath(description: string) {
  return z.union([faultless(pathFault), z.literal(false)]).describe(description);
}

function specs() {
  const inner = z
    .strictObject({
      root: path("The directory that holds one directory for each spec."),
      pattern: faultless(specPatternFault)
        .meta({ default: defaultSpecPattern })
        .describe("Regular expression for the name of a spec directory, with the groups `number` and `slug`."),
      files: z
        .array(faultless(fileNameFault))
        .min(1)
        .meta({ default: ["spec.md"] })
        .describe("Names of the file that holds the spec, in order of preference."),
    })
    .partial();
  return z
    .union([faultless(pathFault), inner, z.literal(false)])
    .describe("The directory of the spec packages, or an object, or `false` when the repository has none.");
}

function guard() {
  return z
    .strictObject({
      unknown: z
        .enum(["allow", "refuse"])
        .meta({ default: "allow" })
        .describe("What follows when `queue-lint guard` cannot tell whether something may be done."),
      failClosed: z
        .boolean()
        .meta({ default: false })
        .describe("Whether hooks refuse when the guard could not look, as with a configuration that is wrong."),
    })
    .partial()
    .describe("How `queue-lint guard` answers agents.");
}

function fileNameFault(name: string): string | undefined {
  return (
    pathFault(name) ??
    (name.includes("/")
      ? "it names a file in another directory; write the name of a file that is directly in the spec directory"
      : undefined)
  );
}

function ruleSetting({ definition }: Rule) {
  const state = z.enum(ruleStates);
  return z
    .union([state, z.tuple([state, (definition.options as z.ZodType<unknown, unknown>).optional()])])
    .describe(`${definition.meta.description}.`);
}

const documentKeys = [...planningRoles, "staging"] as const;

function refuseSharedPaths(
  value: Partial<Record<(typeof documentKeys)[number], string | false | undefined>>,
  context: z.RefinementCtx,
): void {
  const owners = new Map<string, string>();
  for (const key of documentKeys) {
    const configured = value[key];
    if (typeof configured !== "string") continue;
    const owner = owners.get(repositoryPath(configured));
    if (owner !== undefined)
      context.addIssue({
        code: "custom",
        path: [key],
        message: `“${configured}” is already the ${owner}; each document has its own path`,
      });
    else owners.set(repositoryPath(configured), key);
  }
}
