import { z } from "zod";
import { UsageError } from "../core/errors.ts";
import { severities } from "../core/finding.ts";
import type { Rule, RuleDefinition } from "../rule-api/index.ts";

/** A module that the configuration names, as it was imported. */
export interface Plugin {
  readonly name: string;
  readonly module: unknown;
}

const words = z.string().min(1);
const definition = z.object({
  meta: z.object({
    description: words,
    severity: z.enum(severities),
    class: z.enum(["fact", "history", "heuristic"]),
    since: words,
    url: z.string().optional(),
    recommended: z.boolean().optional(),
  }),
  options: z.custom(
    (value) => typeof value === "object" && value !== null && "safeParse" in value,
    "must be a zod schema, such as z.strictObject({})",
  ),
  messages: z.record(z.string(), z.object({ message: words, fact: words, help: words.optional() })),
  check: z.custom((value) => typeof value === "function", "must be a function"),
});

const wayOut = "A plugin exports `rules`, an object of rules made with `defineRule`; docs/writing-a-rule.md shows one.";

/** The rules of plugins, by the ids they give them. Throws a `UsageError` that names the plugin and what is wrong with it. */
export function readPluginRules(plugins: readonly Plugin[], builtIn: readonly Rule[]): Rule[] {
  const owners = new Map(builtIn.map((rule) => [rule.id, "queue-lint itself"]));
  return plugins.flatMap(({ name, module }) =>
    Object.entries(exported(name, module)).map(([id, value]): Rule => {
      if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
        throw new UsageError(
          `The plugin ${name} has a rule “${id}”, which is not an id.`,
          "Write the id as group/name in small letters, such as house/no-parrots.",
        );
      const owner = owners.get(id);
      if (owner !== undefined)
        throw new UsageError(
          `The plugin ${name} has a rule “${id}”, which ${owner} has already.`,
          "Give the rule another id.",
        );
      owners.set(id, `the plugin ${name}`);
      const result = definition.safeParse(value);
      const [issue] = result.error?.issues ?? [];
      if (issue !== undefined)
        throw new UsageError(
          `The rule ${id} of the plugin ${name} is not a rule: ${[issue.path.join("."), issue.message].filter((part) => part !== "").join(": ")}.`,
          wayOut,
        );
      return { id, definition: value as RuleDefinition, plugin: name };
    }),
  );
}

/** `export const rules`, or the same as `rules` of the default export. */
function exported(name: string, module: unknown): Readonly<Record<string, unknown>> {
  const shape = z.object({ rules: z.record(z.string(), z.unknown()) });
  const own = shape.safeParse(module);
  if (own.success) return own.data.rules;
  const fallback = z.object({ default: shape }).safeParse(module);
  if (fallback.success) return fallback.data.default.rules;
  throw new UsageError(`The plugin ${name} exports no rules.`, wayOut);
}

/** Stands for what was not loaded: each plugin, and each rule of the configuration that only a plugin can have, is listed as not checked. */
export function withheldRules(
  plugins: readonly string[],
  ruleIds: readonly string[],
  reason = "plugins are off (--no-plugins)",
): Rule[] {
  if (plugins.length === 0) return [];
  return [...plugins.map((id) => withheld(id, true, reason)), ...ruleIds.map((id) => withheld(id, false, reason))];
}

function withheld(id: string, recommended: boolean, reason: string): Rule {
  return {
    id,
    withheld: true,
    definition: {
      meta: { description: "A rule that was not loaded", severity: "info", class: "fact", since: "0.1.0", recommended },
      options: z.looseObject({}),
      messages: {},
      check: ({ notChecked }) => notChecked(reason),
    },
  };
}
