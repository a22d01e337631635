import type { FilterState } from "./filter-state.ts";

interface IndexedEntry {
  readonly element: HTMLElement;
  readonly section: string;
  readonly findings: readonly HTMLElement[];
  /** All words of the entry, in lower case. */
  readonly text: string;
}

/** Hides what is not asked for. Returns the sentence that says how much is left. */
export type Filter = (state: FilterState) => string;

/** Reads the page once; the filter itself reads nothing but what this has kept. */
export function makeFilter(root: ParentNode): Filter {
  const entries = [...root.querySelectorAll<HTMLElement>(".entry")].map((element): IndexedEntry => ({
    element,
    section: element.dataset["section"] ?? "",
    findings: [...element.querySelectorAll<HTMLElement>(".finding")],
    text: (element.textContent ?? "").toLowerCase(),
  }));
  const folds = [...root.querySelectorAll<HTMLDetailsElement>("details.fold")];
  let wasOpen = folds.map(({ open }) => open);
  let filtered = false;
  return (state) => {
    const asked = isAsking(state);
    if (asked && !filtered) wasOpen = folds.map(({ open }) => open);
    for (const entry of entries) show(entry, state);
    for (const [index, fold] of folds.entries()) showFold(fold, asked, wasOpen[index] === true);
    filtered = asked;
    showColumns(root, state.section);
    return words(entries, asked);
  };
}

function isAsking({ q, severity, rule, section, only }: FilterState): boolean {
  return q.trim() !== "" || severity.length > 0 || rule !== "" || section !== "" || only;
}

function show({ element, section, findings, text }: IndexedEntry, state: FilterState): void {
  for (const finding of findings) finding.hidden = !isAskedFor(finding, state);
  const needsFinding = state.only || state.severity.length > 0 || state.rule !== "";
  const hasFinding = !needsFinding || findings.some(({ hidden }) => !hidden);
  const words = state.q.toLowerCase().split(/\s+/);
  const isInSection = state.section === "" || section === state.section;
  element.hidden = !isInSection || !hasFinding || !words.every((word) => text.includes(word));
}

function isAskedFor({ dataset }: HTMLElement, { severity, rule }: FilterState): boolean {
  return (
    (severity.length === 0 || severity.includes(dataset["severity"] ?? "")) && (rule === "" || dataset["rule"] === rule)
  );
}

/** A fold opens for what was found in it, and goes when there is nothing. */
function showFold(fold: HTMLDetailsElement, asked: boolean, wasOpen: boolean): void {
  const found = fold.querySelector(".entry:not([hidden])") !== null;
  fold.hidden = !found;
  fold.open = asked ? found : wasOpen;
}

function showColumns(root: ParentNode, section: string): void {
  for (const column of root.querySelectorAll<HTMLElement>("[data-column]"))
    column.hidden = section !== "" && column.dataset["column"] !== section;
  root.querySelector(".board")?.classList.toggle("single", section !== "");
  root.querySelectorAll<HTMLElement>(".count").forEach(showCount);
}

function showCount(count: HTMLElement): void {
  const all = count.dataset["all"] ?? "";
  const holder = count.closest("section");
  const left = String(holder?.querySelectorAll(".entry:not([hidden])").length ?? 0);
  count.textContent = left === all ? all : `${left} of ${all}`;
  holder?.classList.toggle("void", left === "0" && all !== "0");
}

function words(entries: readonly IndexedEntry[], asked: boolean): string {
  const cards = entries.filter(({ section }) => section !== "other");
  const left = cards.filter(({ element }) => !element.hidden).length;
  const findings = entries.flatMap((entry) =>
    entry.findings.map((finding) => !entry.element.hidden && !finding.hidden),
  );
  const seen = findings.filter((one) => one).length;
  if (!asked) return `${cards.length} entries, ${findings.length} findings`;
  return left + seen === 0
    ? "Nothing fits these filters"
    : `${left} of ${cards.length} entries, ${seen} of ${findings.length} findings`;
}
