import { makeFilter } from "./apply-filters.ts";
import { fillForm, hashOfState, stateOfForm, stateOfHash } from "./filter-state.ts";
import { focusedEntry, focusFirst, isArrow, moveFocus } from "./move-focus.ts";
import { makeThemeButton } from "./theme-button.ts";

// The page says everything without this script, which only hides, opens and moves the focus. It never makes an element.
const form = document.querySelector<HTMLFormElement>("#filters");
const search = document.querySelector<HTMLInputElement>("#words");
const themeButton = document.querySelector<HTMLButtonElement>("#theme");
if (themeButton !== null) makeThemeButton(themeButton);
if (form !== null && search !== null) start(form, search);
for (const keys of document.querySelectorAll<HTMLElement>(".keys")) keys.hidden = false;
unfoldForPrint();

function start(controls: HTMLFormElement, field: HTMLInputElement): void {
  const filter = makeFilter(document);
  const result = controls.querySelector(".result");
  const apply = (): void => {
    const sentence = filter(stateOfForm(controls));
    // A region that is written again is read again.
    if (result !== null && result.textContent !== sentence) result.textContent = sentence;
  };
  const changed = (): void => {
    apply();
    history.replaceState(null, "", `${location.pathname}${location.search}${hashOfState(stateOfForm(controls))}`);
  };
  const follow = (): void => {
    const state = stateOfHash(location.hash);
    if (state !== undefined) fillForm(controls, state);
    apply();
  };
  controls.addEventListener("input", changed);
  controls.addEventListener("submit", (event) => event.preventDefault());
  // The values are empty only after the event.
  controls.addEventListener("reset", () => queueMicrotask(changed));
  addEventListener("hashchange", () => {
    follow();
    // The links of the overview set filters: what they leave is below.
    if (stateOfHash(location.hash) !== undefined) controls.scrollIntoView();
  });
  document.addEventListener("keydown", (event) => pressed(event, controls, field));
  controls.hidden = false;
  follow();
}

function pressed(event: KeyboardEvent, controls: HTMLFormElement, field: HTMLInputElement): void {
  const { ctrlKey, altKey, metaKey, defaultPrevented, isComposing } = event;
  if ([ctrlKey, altKey, metaKey, defaultPrevented, isComposing].includes(true)) return;
  if (followKey(event, controls, field)) event.preventDefault();
}

/** Does what a key stands for; false for one that means nothing here. */
function followKey({ key, target }: KeyboardEvent, controls: HTMLFormElement, field: HTMLInputElement): boolean {
  if (key === "Escape") controls.reset();
  else if (key === "/" && !isTyping(target)) field.focus();
  else if (key === "ArrowDown" && target === field) focusFirst();
  else if (isArrow(key)) {
    const entry = focusedEntry();
    if (entry === undefined) return false;
    if (!moveFocus(entry, key) && key === "ArrowUp") field.focus();
  } else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

/** On paper nothing can be opened: everything is, and afterwards as it was. */
function unfoldForPrint(): void {
  let closed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
}
