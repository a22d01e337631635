export type Files = Record<string, string>;

export const queue = "docs/product/spec-candidates.md";
export const roadmap = "docs/product/roadmap.md";
export const ledger = "docs/product/implementation-ledger.md";

export const lineOf = (text: string, part: string | RegExp): number => {
  const index = text
    .split("\n")
    .findIndex((line) => (typeof part === "string" ? line.includes(part) : part.test(line)));
  if (index === -1) throw new Error(`no line matches ${String(part)}`);
  return index + 1;
};

export function edit(files: Files, path: string, change: (text: string) => string): Files {
  const before = files[path] ?? "";
  const after = change(before);
  if (after === before) throw new Error(`the break did not change ${path}`);
  return { ...files, [path]: after };
}

export const without = (files: Files, prefix: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(prefix)));
export const insertAfter = (text: string, part: string | RegExp, lines: string): string => {
  const all = text.split("\n");
  all.splice(lineOf(text, part), 0, ...lines.split("\n"));
  return all.join("\n");
};
/** Adds an entry at the end of the active section. */
export const addActive = (text: string, entry: string): string =>
  text.replace("## Promotable Candidate Backlog", `${entry}\n\n## Promotable Candidate Backlog`);

export interface Break {
  readonly name: string;
  readonly make: (files: Files) => Files;
  /** Rule and the line (of the broken file) that it reports; several where one act breaks several claims. */
  readonly expected: readonly (readonly [rule: string, path: string, line: string | RegExp])[];
}

export const inQueue =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, queue, change);
export const inLedger =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, ledger, change);
export const inRoadmap =
  (change: (text: string) => string) =>
  (files: Files): Files =>
    edit(files, roadmap, change);
