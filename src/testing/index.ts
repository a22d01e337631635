/** What a rule of your own is tested with: `import { testRule } from "queue-lint/testing"`. */
export type { MemoryHistory } from "../source/memory/memory-history.ts";
export { memorySnapshot, type MemoryFile, type MemoryOptions } from "../source/memory/memory-snapshot.ts";
export { runRule, testRule, type InvalidCase, type RuleTests, type ValidCase } from "./test-rule.ts";
