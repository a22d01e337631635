import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { growing, hostileTitle, rendered } from "../reporters/harbour-page.ts";
import {
  executablePath,
  kept,
  folder,
  bare,
  harbour,
  findings,
  entries,
  openPage,
  result,
  shown,
  hashOf,
  focused,
  violations,
} from "./report-page.ts";

describe.skipIf(executablePath === undefined)("the HTML report in a browser (needs Chromium)", () => {
  let browser: Browser;
  const opened = (hash = "", options: BrowserContextOptions = {}) => openPage(browser, hash, options);

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "report.html"), rendered(harbour, { timeline: growing(harbour).points }));
    writeFileSync(join(folder, "bare.html"), rendered({ ...harbour, report: { ...harbour.report, findings: [] } }));
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  });

  it("asks for nothing, says nothing and shows everything", async () => {
    const { page, faults } = await opened();
    expect(await page.title()).toBe("repository: planning audit by queue-lint");
    expect(await result(page)).toBe(`${entries} entries, ${findings} findings`);
    expect(await shown(page, ".finding")).toBe(findings);
    await page.locator(".fold summary").click();
    expect(await shown(page, ".entry")).toBe(entries + (await page.locator(".other .entry").count()));
    expect(faults).toEqual([]);
  });

  it("is searched and left by the keyboard, and keeps what was asked in its address", async () => {
    const { page, faults } = await opened();
    await page.keyboard.press("/");
    expect(await focused(page, ".id")).toBe("words");
    await page.keyboard.type("sail ledger");
    expect(await result(page)).toMatch(/^1 of \d+ entries, 1 of \d+ findings$/);
    expect(await page.locator(".entry:visible h4").allTextContents()).toEqual(["Sail ledger"]);
    expect(await hashOf(page)).toBe("#q=sail%20ledger");
    await page.keyboard.press("Escape");
    expect(await result(page)).toBe(`${entries} entries, ${findings} findings`);
    expect(await hashOf(page)).toBe("");
    await page.keyboard.type("of nothing at all");
    expect(await result(page)).toBe("Nothing fits these filters");
    expect(faults).toEqual([]);
  });

  it("opens the fold for what is found in it, and closes it again", async () => {
    const { page } = await opened("#q=lantern%20ledger");
    expect(await page.locator(".fold .row:visible").allTextContents()).toEqual([
      expect.stringContaining("Lantern ledger"),
    ]);
    await page.keyboard.press("Escape");
    expect(await shown(page, ".fold .row")).toBe(0);
  });

  it("filters by severity, rule, section and findings without a mouse", async () => {
    const { page } = await opened();
    await page.keyboard.press("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await hashOf(page)).toBe("#severity=error");
    const errors = harbour.report.summary.errors;
    expect([await shown(page, ".finding.error"), await shown(page, ".finding.warning")]).toEqual([errors, 0]);
    const { rule = "" } = harbour.report.findings.find(({ severity }) => severity === "error") ?? {};
    await page.locator("[name=rule]").selectOption(rule);
    expect(await hashOf(page)).toBe(`#severity=error&rule=${rule}`);
    expect(await shown(page, ".finding")).toBe(
      harbour.report.findings.filter((finding) => finding.rule === rule).length,
    );
    await page.keyboard.press("Escape");
    await page.locator("[name=section]").selectOption("other");
    expect([await shown(page, ".board .entry"), await shown(page, ".other .entry")]).toEqual([
      0,
      await page.locator(".other .entry").count(),
    ]);
    await page.locator("[name=section]").selectOption("promoted");
    await page.locator("[name=only]").focus();
    await page.keyboard.press("Space");
    expect(await shown(page, ".entry")).toBe(
      harbour.board.entries.filter((entry) => entry.role === "promoted" && entry.findings.length > 0).length,
    );
  });

  it("comes back from its address, and follows links that filter", async () => {
    const { page } = await opened("#severity=warning&rule=no/such-rule&section=active&only=1");
    expect(await page.locator("[name=severity]:checked").getAttribute("value")).toBe("warning");
    expect(await page.locator("[name=rule]").inputValue()).toBe("");
    expect(await shown(page, ".finding.error")).toBe(0);
    await page.locator(".numbers a").first().click();
    expect(await hashOf(page)).toBe("#severity=error");
    await expect.poll(() => shown(page, ".finding.warning")).toBe(0);
    expect(await shown(page, ".finding.error")).toBe(harbour.report.summary.errors);
  });

  it("leads from entry to entry by arrows, with a focus that is seen", async () => {
    const { page } = await opened();
    await page.keyboard.press("Tab");
    expect(await focused(page, ".className")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await focused(page, ".id")).toBe("content");
    expect(await result(page)).toBe(`${entries} entries, ${findings} findings`);
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    const title = (): Promise<string> => focused(page, ".closest('.entry').querySelector('h4').textContent");
    const [first, second] = harbour.board.entries.filter(({ role }) => role === "active");
    expect(await title()).toBe(first?.title);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await focused(page, ".closest('details').open")).toBe(false);
    await page.keyboard.press("ArrowDown");
    expect(await title()).toBe(second?.title);
    await page.keyboard.press("ArrowRight");
    expect(await focused(page, ".closest('section').dataset.column")).toBe("manual");
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowUp");
    expect(await focused(page, ".id")).toBe("words");
  });

  it("goes from theme to theme, and remembers", async () => {
    const { page } = await opened();
    const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const light = await ground();
    const button = page.getByRole("button", { name: /^Theme/ });
    await button.press("Enter");
    expect([await button.textContent(), await ground()]).toEqual(["Theme: light", light]);
    await button.press("Enter");
    expect(await button.textContent()).toBe("Theme: dark");
    expect(await ground()).not.toBe(light);
    await page.reload();
    expect(await button.textContent()).toBe("Theme: dark");
  });

  it.each([
    ["light", 1440],
    ["dark", 360],
  ] as const)("has nothing that axe objects to: %s, %i wide", async (colorScheme, width) => {
    const { page } = await opened("", { colorScheme, viewport: { width, height: 900 } });
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    expect(await violations(page)).toEqual([]);
  });

  it("fits from the phone to the wide screen", async () => {
    const { page, faults } = await opened();
    for (const width of [360, 480, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth"), `at ${width}`).toBeLessThanOrEqual(width);
    }
    expect(faults).toEqual([]);
  });

  it("is printed whole, light and without controls", async () => {
    const { page } = await opened("", { colorScheme: "dark", viewport: { width: 760, height: 1000 } });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: "print" });
    expect([await shown(page, "#filters"), await shown(page, "#theme"), await shown(page, ".keys")]).toEqual([0, 0, 0]);
    expect(await shown(page, ".entry.row")).toBe(await page.locator(".entry.row").count());
    expect(await page.evaluate("getComputedStyle(document.documentElement).colorScheme")).toBe("light");
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
  });

  it("says everything without a script", async () => {
    const { page, faults } = await opened("", { javaScriptEnabled: false });
    expect([await shown(page, "#filters"), await shown(page, "#theme")]).toEqual([0, 0]);
    expect(await shown(page, ".finding")).toBe(findings);
    expect(await page.locator("figure svg").getAttribute("aria-label")).toContain("Step chart of 8 commits");
    expect(faults).toEqual([]);
  });

  it("runs nothing that a document says", async () => {
    const { page, faults } = await opened();
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    expect(await page.locator("h4", { hasText: hostileTitle }).count()).toBe(1);
    expect(
      await page.evaluate(
        "[typeof window.pwned, document.querySelectorAll('img, iframe, object, embed').length, document.scripts.length]",
      ),
    ).toEqual(["undefined", 0, 1]);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'style')",
      ),
    ).toEqual([]);
    expect(
      await page.evaluate(
        "[...document.links].map((link) => link.protocol).filter((one) => one !== 'https:' && one !== 'file:')",
      ),
    ).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("lets no style or script in that has no hash", async () => {
    const { page, faults } = await opened();
    await page.evaluate(
      "{ const script = document.createElement('script'); try { script.textContent = 'window.pwned = 1'; } catch {} document.body.append(script); }",
    );
    expect(await page.evaluate("typeof window.pwned")).toBe("undefined");
    expect(faults.join()).toMatch(/Content Security Policy|TrustedScript/);
  });

  it("is fine about a clean repository", async () => {
    const { page, faults } = await opened();
    await page.goto(bare);
    expect(await result(page)).toBe(`${entries} entries, 0 findings`);
    expect(await shown(page, ".finding")).toBe(0);
    expect(faults).toEqual([]);
  });

  it("is photographed", async () => {
    const picture = async (
      name: string,
      options: BrowserContextOptions,
      prepare?: (page: Page) => Promise<void>,
    ): Promise<Buffer> => {
      const { page } = await opened("", options);
      await prepare?.(page);
      return page.screenshot({ path: join(folder, `${name}.png`) });
    };
    const wide = { width: 1600, height: 1000 };
    const pictures = [
      await picture("light", { viewport: wide, colorScheme: "light" }),
      await picture("dark", { viewport: wide, colorScheme: "dark" }),
      await picture("phone", { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }),
      await picture("print", { viewport: { width: 760, height: 1075 } }, (page) =>
        page.emulateMedia({ media: "print" }),
      ),
    ];
    expect(new Set(pictures.map((one) => one.toString("base64"))).size).toBe(4);
    for (const one of pictures) expect(one.length).toBeGreaterThan(15_000);
  });
});
