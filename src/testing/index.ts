/** What a rule of your own is tested with: `import { testRule } from "queue-lint/testing"`. */
export { memorySnapshot, type MemoryFile } from "./memory-snapshot.ts";
export { runRule, testRule, type InvalidCase, type RuleTests, type ValidCase } from "./test-rule.ts";
