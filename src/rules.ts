/** What rules are written with: `import { defineRule, noOptions } from "queue-lint/rules"`. */
export * from "./rule-api/index.ts";
