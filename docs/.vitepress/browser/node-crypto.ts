/** In the page a hash only says whether two texts are the same: FNV-1a, twice. */
export function createHash(): { update(text: string): { digest(): string } } {
  return {
    update: (text) => ({
      digest: () => [0x811c9dc5, 0x01234567].map((seed) => hex(text, seed)).join("") + text.length.toString(16),
    }),
  };
}

function hex(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
