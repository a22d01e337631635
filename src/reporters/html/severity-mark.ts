import type { Severity } from "../../core/finding.ts";
import { html, Markup, type Part } from "./markup.ts";

export const severityWords: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["advisory", "advisories"],
};

/** The shapes of the severities, once for the whole page: an octagon, a triangle and a circle, so that none depends on its colour. */
export const severityShapes = new Markup(`<svg width="0" height="0" class="shapes" aria-hidden="true">
<symbol id="error" viewBox="0 0 16 16"><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="cut" d="M5.5 5.5l5 5m0-5l-5 5"/></symbol>
<symbol id="warning" viewBox="0 0 16 16"><path d="M8 1.2 15.4 14.6H.6z"/><path class="cut" d="M8 6v4m0 1.7v.8"/></symbol>
<symbol id="info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/><path class="cut" d="M8 7.2v4.3m0-7.2v.9"/></symbol>
</svg>`);

/** A severity as shape and words. */
export function severityMark(severity: Severity, words: Part): Markup {
  return html`<span class="mark ${severity}"><svg aria-hidden="true"><use href="#${severity}"/></svg>${words}</span>`;
}
