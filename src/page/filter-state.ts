/** What the reader has asked to see. Empty values ask for nothing. */
export interface FilterState {
  readonly q: string;
  readonly severity: readonly string[];
  readonly rule: string;
  readonly section: string;
  readonly only: boolean;
}

/** The state in the fragment of the address; undefined for a fragment that leads to a place of the page. */
export function stateOfHash(hash: string): FilterState | undefined {
  if (hash.length > 1 && !hash.includes("=")) return undefined;
  const values = new URLSearchParams(hash.slice(1));
  const one = (name: string): string => values.get(name) ?? "";
  return {
    q: one("q"),
    severity: one("severity")
      .split(",")
      .filter((word) => word !== ""),
    rule: one("rule"),
    section: one("section"),
    only: one("only") === "1",
  };
}

/** The fragment that brings the state back: "#severity=error&section=active"; empty when nothing is asked for. */
export function hashOfState({ q, severity, rule, section, only }: FilterState): string {
  const values = [
    ["q", q.trim()],
    ["severity", severity.join(",")],
    ["rule", rule],
    ["section", section],
    ["only", only ? "1" : ""],
  ].filter(([, value]) => value !== "");
  const fragment = values
    .map(
      ([name = "", value = ""]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",")}`,
    )
    .join("&");
  return fragment === "" ? "" : `#${fragment}`;
}

/** What the controls of the form say now. */
export function stateOfForm(form: HTMLFormElement): FilterState {
  const values = new FormData(form);
  const one = (name: string): string => String(values.get(name) ?? "");
  return {
    q: one("q"),
    severity: values.getAll("severity").map(String),
    rule: one("rule"),
    section: one("section"),
    only: one("only") === "1",
  };
}

/** Sets the controls. A rule or section that the page does not have leaves its list at “all”. */
export function fillForm(form: HTMLFormElement, state: FilterState): void {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      const wanted = control.name === "rule" ? state.rule : state.section;
      control.value = [...control.options].some(({ value }) => value === wanted) ? wanted : "";
    } else if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = control.name === "only" ? state.only : state.severity.includes(control.value);
    } else if (control instanceof HTMLInputElement) control.value = state.q;
  }
}
