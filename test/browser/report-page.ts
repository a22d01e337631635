import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { auditedHarbour, drifted } from "../reporters/harbour-page.ts";

export const executablePath = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find(existsSync);
if (executablePath === undefined)
  console.warn("The HTML report is not driven in a browser: there is no Chromium on this machine.");

/** Where the pictures go: a folder that stays when the variable names one, to be looked at. */
export const kept = process.env["QUEUE_LINT_PICTURES"];

export const folder = kept ?? mkdtempSync(join(tmpdir(), "queue-lint-pages-"));

const address = pathToFileURL(join(folder, "report.html")).href;

export const bare = pathToFileURL(join(folder, "bare.html")).href;

export const harbour = auditedHarbour(45, drifted);

export const findings = harbour.report.findings.length;

export const entries = harbour.board.entries.length;

/** A page, and all that it did which it should not: requests beyond itself, messages, errors, dialogs. */
interface Opened {
  readonly page: Page;
  readonly faults: string[];
}

export async function openPage(browser: Browser, hash: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: "reduce",
    ...options,
  });
  await context.setOffline(true);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on(
    "request",
    (request) =>
      request.url().split("#", 1)[0] === address || request.url() === bare || faults.push(`asked for ${request.url()}`),
  );
  page.on("console", (message) => faults.push(`said ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`failed with ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${address}${hash}`);
  return { page, faults };
}

export const result = (page: Page): Promise<string | null> => page.locator(".result").textContent();

export const shown = (page: Page, selector: string): Promise<number> => page.locator(`${selector}:visible`).count();

export const hashOf = (page: Page): Promise<string> => page.evaluate("location.hash");

export const focused = <Value>(page: Page, expression: string): Promise<Value> =>
  page.evaluate<Value>(`document.activeElement${expression}`);

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.html} ${node.failureSummary}`)
        .join(" | ")}`,
  );
}
