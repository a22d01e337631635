import { z } from "zod";
import { entryRoles, type EntryRole, type EntryShape, type SectionRole } from "../core/claims/claim.ts";
import { entryKey } from "../core/entry-key.ts";
import { severities } from "../core/finding.ts";
import { stages } from "../core/ladder.ts";
import { columnNames, fieldNames } from "../core/settings.ts";
import type { Rule } from "../rule-api/index.ts";
import { layoutChoice } from "./layout-schema.ts";
import { pluginFault } from "./plugin-fault.ts";
import { globFault, pathFault, repositoryPath } from "./repository-path.ts";
import { presetNames } from "./resolved-config.ts";
import { defaultSpecPattern, specPatternFault } from "./spec-pattern.ts";

export const sectionRoles = [...entryRoles, "prose"] as const satisfies readonly SectionRole[];
const entryShapes = [
  "heading",
  "code",
  "bold",
  "link",
  "arrow",
  "task",
  "plain",
] as const satisfies readonly EntryShape[];
export const defaultShapes: readonly EntryShape[] = entryShapes.filter((shape) => shape !== "plain");
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
      queue: path("The document that holds the candidate queue. Found by its conventional name when not given."),
      specs: specs(),
      roadmap: optionalPath("The roadmap, or `false` when the audit should not look for one."),
      ledger: optionalPath("The implementation ledger, or `false` when the audit should not look for one."),
      staging: optionalPath("The staging document for discoveries, or `false` when the audit should not look for one."),
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
      ladder: ladder(),
      columns: columns(),
      baseline: path("The file of findings that are known and hidden, as `queue-lint baseline` writes it."),
      plugins: z
        .array(faultless(pluginFault))
        .describe("ES modules with rules of your own: paths that begin with `./`, or names of packages."),
      rules: z
        .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule).optional()])))
        .describe("A severity for a rule, or a severity and the rule's options."),
    })
    .partial()
    .superRefine(refuseSharedPaths);
}

/** A string for which `fault` finds nothing to complain about. */
function faultless(fault: (text: string) => string | undefined) {
  return z.string().superRefine((text, context) => {
    const found = fault(text);
    if (found !== undefined)
      context.addIssue({ code: "custom", message: `“${text}” cannot be used: ${found}`, input: text });
  });
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

function fileNameFault(name: string): string | undefined {
  return (
    pathFault(name) ??
    (name.includes("/")
      ? "it names a file in another directory; write the name of a file that stands directly in the spec directory"
      : undefined)
  );
}

function sections() {
  const aliases = (role: SectionRole) => z.array(faultless(aliasFault)).describe(sectionMeaning[role]).optional();
  return z
    .strictObject(shapeOf(sectionRoles, aliases))
    .superRefine((value, context) =>
      refuseSharedAliases(value, (role, index, message) =>
        context.addIssue({ code: "custom", path: [role, index], message }),
      ),
    )
    .describe("Headings of the queue that name a section of a role, beside the built-in ones.");
}

const sectionMeaning: Readonly<Record<SectionRole, string>> = {
  active: "Headings of candidates that may be picked automatically.",
  manual: "Headings of candidates that only a person may pick.",
  deferred: "Headings of parked candidates.",
  promoted: "Headings of candidates that became specs.",
  superseded: "Headings of candidates that were closed without a spec of their own.",
  prose: "Headings of sections that explain the queue and hold no candidates.",
};

function aliasFault(alias: string): string | undefined {
  return entryKey(alias) === "" ? "it holds no letter or digit" : undefined;
}

function entries() {
  const labels = (name: string) =>
    z.array(faultless(aliasFault)).describe(`Labels of the field \`${name}\`, beside the built-in ones.`).optional();
  return z
    .strictObject({
      shapes: z
        .array(z.enum(entryShapes))
        .min(1)
        .meta({ default: defaultShapes })
        .describe("What an entry of the queue may look like."),
      fields: z.strictObject(shapeOf(fieldNames, labels)).describe("Labels that name a known field of an entry."),
    })
    .partial()
    .describe("How entries of the queue are recognised.");
}

/** The vocabulary of each section when the configuration says nothing. */
export const defaultPriorities = {
  active: "levels",
  manual: "ranks",
  deferred: "any",
  promoted: "any",
  superseded: "any",
} as const;

function priorities() {
  const vocabulary = (role: EntryRole) =>
    z
      .union([z.enum(["levels", "ranks", "any"]), z.array(faultless(aliasFault)).min(1)])
      .meta({ default: defaultPriorities[role] })
      .describe(`Priorities of ${role} entries: P0 to P3, ranks from 1, either, or a list of words from high to low.`)
      .optional();
  return z
    .strictObject(shapeOf(entryRoles, vocabulary))
    .describe("Which priorities the entries of a section may have.");
}

function ladder() {
  const rung = z.strictObject({
    name: faultless(aliasFault).describe("The status as the documents write it."),
    stage: z.enum(stages).describe("How far a thing with this status is."),
    words: z.array(faultless(aliasFault)).describe("Other ways to write it.").optional(),
  });
  return z
    .array(rung)
    .min(1)
    .superRefine((rungs, context) => {
      const owners = new Map<string, number>();
      rungs.forEach(({ name, words = [] }, index) => {
        for (const key of [name, ...words].map(entryKey)) {
          if (owners.has(key) && owners.get(key) !== index)
            context.addIssue({
              code: "custom",
              path: [index],
              message: `“${name}” has a word that an earlier rung has already; a status can stand on one rung only`,
            });
          owners.set(key, owners.get(key) ?? index);
        }
      });
    })
    .describe("The status ladder, instead of the built-in words: every status that ledger and roadmap may use.");
}

function columns() {
  const headers = (name: string) =>
    z
      .array(faultless(aliasFault))
      .describe(`Header words of the column \`${name}\`, beside the built-in ones.`)
      .optional();
  return z.strictObject(shapeOf(columnNames, headers)).describe("Header words of the tables in ledger and roadmap.");
}

function ruleSetting({ definition }: Rule) {
  const state = z.enum(ruleStates);
  return z
    .union([state, z.tuple([state, (definition.options as z.ZodType<unknown, unknown>).optional()])])
    .describe(`${definition.meta.description}.`);
}

function shapeOf<Key extends string, Schema>(keys: readonly Key[], schema: (key: Key) => Schema): Record<Key, Schema> {
  return Object.fromEntries(keys.map((key) => [key, schema(key)])) as Record<Key, Schema>;
}

/** A heading cannot mean two things. */
function refuseSharedAliases(
  value: Partial<Record<SectionRole, readonly string[] | undefined>>,
  refuse: (role: SectionRole, index: number, message: string) => void,
): void {
  const owners = new Map<string, SectionRole>();
  for (const role of sectionRoles) {
    value[role]?.forEach((alias, index) => {
      const owner = owners.get(entryKey(alias));
      if (owner !== undefined && owner !== role)
        refuse(role, index, `“${alias}” already stands under “${owner}”; a heading can have one role only`);
      owners.set(entryKey(alias), owner ?? role);
    });
  }
}

const documentKeys = ["queue", "roadmap", "ledger", "staging"] as const;

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
