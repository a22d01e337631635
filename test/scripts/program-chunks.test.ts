import { expect, it } from "vitest";
import { programChunks } from "../../scripts/program-chunks.ts";

/** Modules by their ids: what each imports at once, and on demand. */
const modules: Readonly<Record<string, readonly [atOnce: readonly string[], onDemand?: readonly string[]]>> = {
  bin: [[], ["audit", "next"]],
  audit: [["rules", "format", "core"]],
  next: [["rules", "core"]],
  rules: [["zod", "core"]],
  format: [[]],
  core: [["rules"]],
  zod: [[]],
  library: [["zod", "helpers"]],
  helpers: [[]],
};
const graph = {
  getModuleInfo: (id: string) => {
    const [importedIds, dynamicallyImportedIds = []] = modules[id] ?? [[]];
    return { importedIds, dynamicallyImportedIds };
  },
};

it("gives one name to what the same parts of the program load, whatever the library takes of it, and also in a circle", () => {
  const name = programChunks("bin");
  const names = new Map(Object.keys(modules).map((id) => [id, name(id, graph)]));
  const shared = names.get("rules");
  expect(shared).toMatch(/^common-\d+$/);
  expect([...names].filter(([, one]) => one === shared).map(([id]) => id)).toEqual(["rules", "core", "zod"]);
});

it("names nothing that one part alone loads, or only the library", () => {
  const name = programChunks("bin");
  expect(["bin", "audit", "format", "library", "helpers"].map((id) => name(id, graph))).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});
