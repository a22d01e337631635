import { z } from "zod";
import type { Rule } from "../rule-api/index.ts";
import { configSchema } from "./config-schema.ts";

/** The JSON schema (draft 7, which editors know) of the configuration, with the ids and options of these rules. */
export function configurationJsonSchema(rules: readonly Rule[]): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema(rules), { target: "draft-07", io: "input" });
  return { $schema: schema.$schema, title: "Configuration of queue-lint", ...schema };
}
