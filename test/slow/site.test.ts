import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath } from "../browser/report-page.ts";

const docs = join(import.meta.dirname, "../../docs");
const out = join(docs, ".vitepress/dist");
const isInstalled = existsSync(join(docs, "node_modules/vitepress"));
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

describe.skipIf(executablePath === undefined || !isInstalled)(
  "the documentation site (needs Chromium and “npm ci” in docs)",
  () => {
    let browser: Browser;
    let server: Server;
    let address: string;

    beforeAll(async () => {
      const { status, stderr } = spawnSync("npx", ["vitepress", "build"], { cwd: docs, encoding: "utf8" });
      expect(status, stderr).toBe(0);
      server = createServer((request, response) => {
        const path = join(out, new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html"));
        response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
        if (existsSync(path)) createReadStream(path).pipe(response);
        else response.writeHead(404).end();
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    }, 600_000);
    afterAll(async () => {
      await browser.close();
      server.close();
    });

    it("has a page for every rule, and a list of all pages for language models", () => {
      const rules = readFileSync(join(docs, "rules/README.md"), "utf8").match(/\]\([a-z-]+\/[a-z-]+\.md\)/g) ?? [];
      expect(rules.length).toBeGreaterThan(100);
      const list = readFileSync(join(out, "llms.txt"), "utf8");
      for (const link of rules) {
        const path = `rules/${link.slice(2, -".md)".length)}`;
        expect(existsSync(join(out, `${path}.html`)), path).toBe(true);
        expect(list).toContain(`/${path}.md)`);
      }
    });

    it("finds a rule by a word of its page", async () => {
      const page = await browser.newPage();
      await page.goto(`${address}/glossary.html`);
      await page.keyboard.press("Control+k");
      await page.locator("#localsearch-input").fill("slug-matches");
      await page.locator(".VPLocalSearchBox .result").first().waitFor({ timeout: 60_000 });
      expect(await page.locator(".VPLocalSearchBox .result").first().getAttribute("href")).toContain("slug-matches");
    }, 120_000);

    it("audits in the playground what is pasted", async () => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(`${address}/playground.html`);
      await page.locator(".finding").first().waitFor({ timeout: 60_000 });
      expect(await page.locator(".finding a").allTextContents()).toEqual(
        expect.arrayContaining(["promotion/slug-matches", "promotion/spec-exists"]),
      );
      await page
        .locator("textarea[name=queue]")
        .fill("# Queue\n\n## Promoted\n\n- Seat maps -> Spec 014 (`seat-maps`)\n");
      await page.locator(".finding", { hasText: "slug-matches" }).waitFor({ state: "detached" });
      expect(await page.locator(".finding a").allTextContents()).not.toContain("promotion/spec-exists");
      expect(faults).toEqual([]);
    }, 120_000);
  },
);
