/** What chunks depend on: the ids of the modules that a module imports, at once and on demand. */
export interface ModuleLinks {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): ModuleLinks | null;
}

/**
 * Names the chunk of a module as if the program were all there is to bundle: what the same parts of the program load is one chunk, and is not divided
 * by what the library needs of it. A part is what the entry point loads at once, or what one `import()` does. Null for what one part or none loads.
 */
export function programChunks(entry: string): (id: string, graph: Graph) => string | null {
  let names: ReadonlyMap<string, string> | undefined;
  return (id, graph) => {
    names ??= namesOf(partsOf(entry, graph));
    return names.get(id) ?? null;
  };
}

/** The parts that load each module, by their first module. */
function partsOf(entry: string, graph: Graph): ReadonlyMap<string, readonly string[]> {
  const parts = new Set([entry]);
  const found = new Map<string, string[]>();
  // A set hands out what is added to it on the way.
  for (const part of parts) {
    const reached = new Set([part]);
    for (const id of reached) {
      const links = graph.getModuleInfo(id);
      links?.importedIds.forEach((next) => reached.add(next));
      links?.dynamicallyImportedIds.forEach((next) => parts.add(next));
      found.set(id, [...(found.get(id) ?? []), part]);
    }
  }
  return found;
}

function namesOf(parts: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const keys = new Map([...parts].filter(([, own]) => own.length > 1).map(([id, own]) => [id, own.join("\0")]));
  const numbers = new Map([...new Set(keys.values())].sort().map((key, index) => [key, `common-${index + 1}`]));
  return new Map([...keys].map(([id, key]) => [id, numbers.get(key) ?? ""]));
}
