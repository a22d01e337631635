/** The keys that lead from entry to entry. */
export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function isArrow(key: string): key is Arrow {
  return ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(key);
}

/** What takes the focus for an entry: its fold, so that Enter works there, or the entry itself. */
function handle(entry: Element): HTMLElement {
  const summary = entry.querySelector<HTMLElement>("summary");
  const target = summary ?? (entry as HTMLElement);
  if (target === entry) target.tabIndex = -1;
  return target;
}

/** The entry that has the focus itself; undefined while a control or a link in it has. */
export function focusedEntry(): Element | undefined {
  const entry = document.activeElement?.closest(".entry") ?? undefined;
  return entry !== undefined && handle(entry) === document.activeElement ? entry : undefined;
}

/** Moves the focus to the first entry that is shown. */
export function focusFirst(): void {
  const [first] = shown(document);
  if (first !== undefined) handle(first).focus();
}

/** Moves the focus up or down within a column, or to the entry at the same height of the next column. False when there is none. */
export function moveFocus(from: Element, arrow: Arrow): boolean {
  const column = columnOf(from);
  const next =
    arrow === "ArrowUp" || arrow === "ArrowDown"
      ? shown(column)[shown(column).indexOf(from) + (arrow === "ArrowUp" ? -1 : 1)]
      : beside(from, arrow === "ArrowLeft" ? -1 : 1);
  if (next === undefined) return false;
  handle(next).focus();
  return true;
}

function columnOf(entry: Element): Element {
  return entry.closest("section") ?? document.body;
}

function shown(within: ParentNode): Element[] {
  return [...within.querySelectorAll(".entry")].filter((entry) => entry.checkVisibility());
}

function beside(from: Element, step: number): Element | undefined {
  const columns = [...document.querySelectorAll(".column, .other")].filter((column) => shown(column).length > 0);
  const column = columns[columns.indexOf(columnOf(from)) + step];
  if (column === undefined) return undefined;
  const distance = (entry: Element): number =>
    Math.abs(entry.getBoundingClientRect().top - from.getBoundingClientRect().top);
  return shown(column).reduce((nearest, entry) => (distance(entry) < distance(nearest) ? entry : nearest));
}
