const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const key = "queue-lint-theme";

/** Makes the button go from theme to theme; the choice is kept where the browser lets a page keep something. */
export function makeThemeButton(button: HTMLButtonElement): void {
  let theme = themes.find((one) => one === kept()) ?? "system";
  set(button, theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    set(button, theme);
    try {
      localStorage.setItem(key, theme);
    } catch {
      // The choice holds until the page is left.
    }
  });
}

function kept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function set(button: HTMLButtonElement, theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  button.textContent = `Theme: ${theme}`;
}
