export { memorySnapshot, type MemoryFile } from "../src/source/memory/memory-snapshot.ts";
