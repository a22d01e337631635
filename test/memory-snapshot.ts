export { memorySnapshot, type MemoryFile } from "../src/testing/memory-snapshot.ts";
