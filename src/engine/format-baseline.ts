/** A baseline as it is written: one entry a line, sorted, so that two branches that change it seldom meet. */
export function formatBaseline(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([one], [other]) => (one < other ? -1 : 1));
  // Not an object with these keys: `__proto__` and whole numbers would not be where they belong.
  const lines = sorted.map(([fingerprint, count]) => `    ${JSON.stringify(fingerprint)}: ${count}`);
  return `{\n  "version": 1,\n  "findings": {${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}}\n}\n`;
}
