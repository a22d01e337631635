import { describe, expect, it } from "vitest";
import { auditedHarbour, drifted, rendered, type Audited } from "./harbour-page.ts";
import { madeUpFinding, madeUpReport } from "./made-up-report.ts";

const harbour = auditedHarbour(45, drifted);

describe("html", () => {
  it("says the sentence first, and claim or truth only where it does not say them", () => {
    const said = madeUpFinding({
      message: "“Seat **maps**” is promoted to Spec 014, but `specs` has no 014-* directory.",
      fact: { text: "specs has no 014-* directory" },
    });
    const text = rendered({ report: madeUpReport([said]) } as Audited);
    expect(text).toContain(
      '<p class="says">“Seat <b>maps</b>” is promoted to Spec 014, but <code>specs</code> has no 014-* directory.</p>\n<dl><div class="claim"><dt>Claim </dt><dd>Seat maps -&#62; Spec 014</dd></div></dl>',
    );
    expect(text).not.toContain('class="truth"');
  });

  it("begins with the three worst findings and the commands that correct the most", () => {
    const fixes = [undefined, "suggest", "safe", "suggest", undefined] as const;
    const findings = fixes.map((kind, index) =>
      madeUpFinding({
        severity: index === 3 ? "error" : "warning",
        rule: `a/rule-${index}`,
        message: `Sentence ${index}.`,
        line: index + 1,
        ...(kind === undefined ? {} : { fix: { kind, description: "x", edits: [] } }),
      }),
    );
    const hidden = madeUpFinding({ severity: "error", suppressed: true, message: "Hidden." });
    const text = rendered({ report: madeUpReport([...findings, hidden]) } as Audited, { showSuppressed: true });
    const [, start = ""] = /aria-labelledby="start">([\s\S]*?)<\/section>/.exec(text) ?? [];
    expect([...start.matchAll(/Sentence (\d)|Hidden\./g)].map(([, index]) => index)).toEqual(["3", "0", "1"]);
    expect([...start.matchAll(/<code>([^<]*)<\/code> corrects ([^<]*)/g)].map(([, ...words]) => words)).toEqual([
      ["npx queue-lint --fix", "1 finding"],
      ["npx queue-lint --fix=suggest a/rule-3", "1 finding"],
      ["npx queue-lint --fix=suggest a/rule-1", "1 finding"],
    ]);
    const [, others = ""] = /aria-labelledby="other">([\s\S]*?)<\/section>/.exec(text) ?? [];
    expect([...others.matchAll(/data-severity="(\w+)"/g)].slice(0, 3).map(([, severity]) => severity)).toEqual([
      "error",
      "error",
      "warning",
    ]);
    expect(rendered({ report: madeUpReport([]) } as Audited)).not.toContain("Start here");
  });

  it("names branch and commit, and links every place where the forge is known", () => {
    const commit = "4f".repeat(20);
    const text = rendered(harbour, {
      checkout: { branch: "trunk", commit, commitUrl: `https://git.example/commit/${commit}` },
      placeUrl: (path, line) => `https://git.example/${path}#L${line}`,
    });
    expect(text).toContain(
      `branch <b>trunk</b>, commit <a href="https://git.example/commit/${commit}" rel="noreferrer"><code>4f4f4f4</code></a>`,
    );
    const places = [...text.matchAll(/<span class="place">(?:<a [^>]*>)?(?:[^<]*:\d+|line \d+)</g)].map(([one]) => one);
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((one) => !one.includes('<a href="https://git.example/'))).toEqual([]);
    expect(rendered(harbour)).not.toContain("git.example");
  });

  it("has a column for each role that holds an entry, and one line for the others", () => {
    const { board } = harbour;
    const some = { ...board, entries: board.entries.filter(({ role }) => role === "active" || role === "promoted") };
    const text = rendered({ ...harbour, board: some });
    expect([...text.matchAll(/data-column="(\w+)"/g)].map(([, role]) => role)).toEqual(["active", "promoted"]);
    expect(text).toContain("No entries: manual only, deferred, superseded.");
  });
});
