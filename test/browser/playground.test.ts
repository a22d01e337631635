import { join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { alias, define } from "../../docs/.vitepress/browser/stand-ins.ts";
import { auditPasted } from "../../src/playground/audit-pasted.ts";
import { executablePath } from "./report-page.ts";

const project = join(import.meta.dirname, "../..");
const pasted = {
  queue: "# Queue\n\n## Active\n\n### Night mode\n\n## Promoted\n\n- Seat maps -> Spec 014 (`seat-map`)\n",
  roadmap: "# Roadmap\n\n## Now\n\n- Spec 099\n",
  paths: "specs/014-seat-maps/spec.md\nspecs/015-night-mode/spec.md",
};

/** The engine as one script for a browser, with what the site has in the place of Node. */
async function bundled(): Promise<string> {
  const bundle = await rolldown({
    input: join(project, "src/playground/audit-pasted.ts"),
    platform: "browser",
    tsconfig: false,
    resolve: { alias },
    transform: { define },
  });
  const { output } = await bundle.generate({ format: "iife", name: "playground" });
  await bundle.close();
  expect(output).toHaveLength(1);
  return output[0].code;
}

describe.skipIf(executablePath === undefined)("the playground (needs Chromium)", () => {
  it("finds in a browser what it finds in Node, and asks nobody", async () => {
    const code = await bundled();
    expect(code).not.toMatch(/\brequire\("(?:node:)?(?:fs|child_process)"\)|from "node:/);
    const browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.context().setOffline(true);
      await page.evaluate(`${code}\nwindow.playground = playground`);
      const argument = JSON.stringify(pasted);
      const found = await page.evaluate(`window.playground.auditPasted(${argument}, "2026-11-23").findings`);
      const expected = auditPasted(pasted, "2026-11-23").findings;
      expect(expected.map(({ rule }) => rule)).toContain("promotion/slug-matches");
      expect(found).toEqual(JSON.parse(JSON.stringify(expected)));
    } finally {
      await browser.close();
    }
  }, 60_000);
});
