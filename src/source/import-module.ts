/**
 * Imports a module by its URL, which runs its code. In a file of its own, and loaded on demand: V8 forgets how to import where compiled code was
 * kept, so this is the one part of the program of which none is (`src/cli/compiled-code.ts`).
 */
export async function importModule(url: string): Promise<unknown> {
  return (await import(url)) as unknown;
}
