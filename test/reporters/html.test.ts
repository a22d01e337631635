import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AuditedCommit } from "../../src/core/audited-commit.ts";
import type { Board } from "../../src/core/board.ts";
import type { AuditReport } from "../../src/core/finding.ts";
import { html, link, marked } from "../../src/reporters/html/markup.ts";
import { auditedHarbour, drifted, growing, rendered, type Audited } from "./harbour-page.ts";
import { madeUpFinding, madeUpReport } from "./made-up-report.ts";

const harbour = auditedHarbour(60, drifted);
const timeline = growing(harbour).points;
const page = rendered(harbour, { timeline });
const countOf = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe("the template", () => {
  it("escapes every value for text and for attributes", () => {
    expect(html`<a title="${"\"'><&"}">${["<b>", undefined, 3, html`<i>`]}</a>`.text).toBe(
      '<a title="&#34;&#39;&#62;&#60;&#38;">&#60;b&#62;3<i></a>',
    );
  });

  it("makes direction marks and control characters visible", () => {
    expect(html`${"a\u202Eb\u2066c\u0000d\u200F"}`.text).toBe("a\\u202eb\\u2066c\\x00d\\u200f");
  });

  it.each(["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd"])(
    "makes no link of %s",
    (address) => {
      expect(link(address, "here").text).toBe("here");
    },
  );

  it("shows what is between backticks as code, between two stars as bold, and nothing else of it as markup", () => {
    expect(marked("set `<b>` and ` alone").text).toBe("set <code>&#60;b&#62;</code> and ` alone");
    expect(marked("**Night <i>mode</i>** of `**kwargs**`, 2 ** 3").text).toBe(
      "<b>Night &#60;i&#62;mode&#60;/i&#62;</b> of <code>**kwargs**</code>, 2 ** 3",
    );
  });
});

describe("html", () => {
  it("names the hashes of its only style and its only script, and allows nothing else", () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hashes = ["style", "script"].map((name) => {
      const [, text = "", ...others] = page.split(new RegExp(`<${name}>|</${name}>`));
      expect(others).toHaveLength(1);
      return `${name}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    });
    expect(policy.split("; ").slice(0, 3)).toEqual(["default-src 'none'", ...hashes]);
    expect(policy).not.toMatch(/unsafe|http|\*/);
    expect(/<(?:img|iframe|object|embed|base)\b/i.test(page)).toBe(false);
    expect(/<[a-z][^<>]*\s(?:on[a-z]+|style|src)=/i.test(page)).toBe(false);
  });

  it("stays under 300 kB for 400 specs", () => {
    const large = auditedHarbour(400);
    const { entries } = large.report;
    expect(Object.values(entries).reduce((sum, count) => sum + count)).toBeGreaterThan(450);
    const text = rendered(large, { timeline });
    expect(countOf(text, 'class="entry ')).toBe(large.board.entries.length + harbourOthers(large));
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
  });

  it("shows every finding once: in the card of its entry, or outside the queue", () => {
    const owned = harbour.board.entries.flatMap((entry) => entry.findings);
    expect(owned.length).toBeGreaterThan(5);
    expect(harbourOthers(harbour)).toBeGreaterThan(0);
    expect(countOf(page, 'class="finding ')).toBe(harbour.report.findings.length);
    expect(countOf(page, 'data-section="other"')).toBe(harbourOthers(harbour));
  });

  it("shows priority, spec and tasks of an entry", () => {
    expect(page).toMatch(/<h4>[^<]+<\/h4>\s*<p class="facts"><b class="tag" title="priority">Urgent<\/b>/);
    const [, all, done, shown] =
      /<b>Spec 042<\/b> sail-ledger<\/span> <span class="tasks"><progress max="(\d+)" value="(\d+)" aria-label="tasks done"><\/progress> (\d+\/\d+)/.exec(
        page,
      ) ?? [];
    // T001 to T009 are open.
    expect(Number(all) - Number(done)).toBe(9);
    expect(shown).toBe(`${done}/${all}`);
    expect(page).toMatch(/<b>Spec 712<\/b> [a-z-]+ <b class="tag missing">no such directory<\/b>/);
  });

  it("draws the findings over time, and says the same in words and in a table", () => {
    const last = timeline.at(-1);
    expect(page).toContain(`Step chart of 8 commits from 2026-01-15 to 2026-08-15: errors from 0 to ${last?.errors}`);
    // Two commits changed nothing: the first one, and the fourth.
    expect(countOf(page, /<tr><td>2026-/)).toBe(6);
    expect(rendered(harbour)).not.toContain("Findings over time");
    expect(rendered(harbour, { timeline: [] })).toContain("No commit in the range touched a planning document");
  });

  it("is made of a report alone as well", () => {
    const text = rendered({ report: madeUpReport([madeUpFinding()]) } as Audited);
    expect(text).toContain("1 active, 2 manual only, 3 deferred, 4 promoted, 5 superseded");
    expect(countOf(text, 'class="finding ')).toBe(1);
  });

  it("obeys the flags about what is hidden, and marks what the base has", () => {
    const hidden = madeUpFinding({
      line: 30,
      suppressed: true,
      suppression: { kind: "comment", reason: "the vendor decides", path: "a.md", line: 4 },
    });
    const existing = madeUpFinding({ line: 31, state: "existing" });
    const compared = madeUpReport([hidden, existing], {
      base: { name: "main", commit: "1".repeat(40) },
      fixed: [madeUpFinding({ line: 99 })],
    });
    const text = rendered({ report: compared } as Audited);
    expect(text).not.toContain("the vendor decides");
    expect(text).toContain('<span class="tag">existing</span>');
    expect(text).toMatch(/Compared with main \(1111111\)[\s\S]*1 finding that only the base has/);
    expect(rendered({ report: compared } as Audited, { showSuppressed: true })).toContain(
      "Hidden: the vendor decides (a.md:4)",
    );
    expect(
      countOf(
        rendered({ report: madeUpReport([madeUpFinding({ severity: "info" })]) } as Audited, { quiet: true }),
        'class="finding ',
      ),
    ).toBe(0);
  });

  it("groups what was not checked by its reason", () => {
    const gaps = [
      { rule: "a/b", reason: "no `base`" },
      { rule: "c/d", reason: "no `base`" },
    ];
    expect(rendered({ report: madeUpReport([], { notChecked: gaps }) } as Audited)).toContain(
      '<th scope="row">no <code>base</code></th><td><code>a/b</code> <code>c/d</code> </td>',
    );
  });
});

describe("hostile words", () => {
  const hostile =
    "</script><script>pwned()</script><img src=x onerror=pwned()>\"' onload=pwned() `<b>`\u202E\u0000]]><!--";
  /** The same value with every word that is not of a fixed list replaced. */
  const poisoned = (value: unknown, key = ""): unknown => {
    if (typeof value === "string")
      return ["severity", "role", "state", "kind"].includes(key)
        ? value
        : key === "url"
          ? `javascript:${hostile}`
          : hostile;
    if (Array.isArray(value)) return value.map((item) => poisoned(item, key));
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, name)]))
      : value;
  };

  it("stay words in every place of the page", () => {
    const fix = { kind: "safe", description: "x", edits: [] } as const;
    const finding = madeUpFinding({
      fix,
      suppressed: true,
      suppression: { kind: "comment", reason: "x", path: "a.md", line: 1 },
    });
    const report = poisoned({
      ...harbour.report,
      base: { name: "x", commit: "x" },
      fixed: [finding],
      findings: [...harbour.report.findings, finding],
    }) as AuditReport;
    const board = poisoned(harbour.board) as Board;
    const text = rendered(
      {
        report,
        board: {
          ...board,
          entries: board.entries.map((entry) => ({ ...entry, findings: report.findings.slice(0, 1) })),
        },
      },
      { timeline: poisoned(timeline) as AuditedCommit[], showSuppressed: true },
    );
    const tags = [...text.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)>/g)];
    expect(tags.length).toBeGreaterThan(500);
    expect(tags.map(([, name]) => name).filter((name) => name === "img")).toEqual([]);
    expect(countOf(text, "<script")).toBe(1);
    expect(text).not.toMatch(/href="(?!#|https?:)|pwned\(\)<\/script|<!--/);
    // Outside of quoted values no attribute has come up.
    expect(
      tags.filter(([, , attributes = ""]) => /onerror|onload/.test(attributes.replaceAll(/"[^"]*"/g, ""))),
    ).toEqual([]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  });
});

/** Findings that are about no entry. */
function harbourOthers({ report, board }: Audited): number {
  const owned = new Set(board.entries.flatMap((entry) => entry.findings));
  return report.findings.filter((finding) => !owned.has(finding)).length;
}
