import { z } from "zod";
import type { Rule } from "../rule-api/index.ts";
import { configSchema } from "./config-schema.ts";

/** Where editors find the schema of the published package, with or without node_modules. */
export const schemaAddress = "https://unpkg.com/queue-lint/schema.json";

/** The JSON schema (draft 7, which editors know) of the configuration, with the ids and options of these rules. */
export function configurationJsonSchema(rules: readonly Rule[]): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema(rules), { target: "draft-07", io: "input" });
  return { $schema: schema.$schema, $id: schemaAddress, title: "Configuration of queue-lint", ...schema };
}
