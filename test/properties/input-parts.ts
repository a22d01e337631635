export const queue = "# Spec candidates\n\n## Active\n\n";
export const queuePath = "docs/product/spec-candidates.md";
export const ledgerPath = "docs/product/implementation-ledger.md";
export const roadmapPath = "docs/product/roadmap.md";

export type Files = Readonly<Record<string, string>>;

export function repeated(unit: (index: number) => string, size: number): string {
  return Array.from({ length: size }, (_, index) => unit(index)).join("");
}

const names = "amber brisk calm dusty early faint grand hollow ivory jagged keen lucid mellow noble ochre plain".split(
  " ",
);
export const title = (index: number): string =>
  `${names[index % 16] ?? ""} ${names[(index >> 4) % 16] ?? ""} ${names[(index >> 8) % 16] ?? ""} ${String(index)}`;
export const number = (index: number): string => String(index + 1).padStart(3, "0");
