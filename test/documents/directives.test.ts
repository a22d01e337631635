import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directive } from "../../src/core/directive.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";

const read = (text: string): readonly Directive[] => parseDocument(text, { path: "q.md", role: "queue" }).directives;
const one = (comment: string): Directive => {
  const all = read(comment);
  expect(all).toHaveLength(1);
  return all[0]!;
};
const names = ({ rules }: Directive): string[] => rules.map((rule) => rule.text);

describe("a directive", () => {
  it.each(["disable-next-line", "disable", "disable-file", "enable"] as const)("is one of four: %s", (kind) => {
    expect(one(`<!-- queue-lint-${kind} a/b -- because -->`)).toMatchObject({
      kind,
      word: kind,
      reason: "because",
      separated: true,
      until: undefined,
    });
  });

  it("names rules between commas and spaces", () => {
    for (const head of ["a/b c/d", "a/b, c/d", "a/b,c/d", "a/b ,\n  c/d,"])
      expect(names(one(`<!-- queue-lint-disable ${head} -- because -->`)), head).toEqual(["a/b", "c/d"]);
  });

  it("is kept with a word that is no directive", () => {
    expect(one("<!-- queue-lint-disabel a/b -->")).toMatchObject({
      kind: undefined,
      word: "disabel",
      separated: false,
      reason: "",
    });
    expect(one("<!--queue-lint- -->")).toMatchObject({ kind: undefined, word: "" });
  });

  it("takes a dash for the hyphens, and no hyphen inside a word", () => {
    expect(one("<!-- queue-lint-disable a/b — the vendor -- a slow one -- decides -->")).toMatchObject({
      reason: "the vendor -- a slow one -- decides",
    });
    expect(names(one("<!-- queue-lint-disable a/b--c -->"))).toEqual(["a/b--c"]);
    expect(one("<!-- queue-lint-disable -- because -->")).toMatchObject({ rules: [], reason: "because" });
    expect(one("<!-- queue-lint-disable a/b ---->")).toMatchObject({ reason: "", separated: true });
  });

  it("is located to the character, with its rules, behind a byte-order mark, in quotes and with any line ending", () => {
    for (const text of [
      "\uFEFF<!-- queue-lint-disable a/b -- x -->",
      "> quote\r\n> <!-- queue-lint-disable\r\n> a/b -- x -->",
      "- item <!-- queue-lint-disable a/b -- x --> rest",
      "| a |\n|---|\n| <!-- queue-lint-disable a/b -- x --> |",
      "# Title <!-- queue-lint-disable a/b -- x -->",
    ]) {
      const { location, rules, reason } = one(text);
      expect(text.slice(location.offset, location.endOffset)).toMatch(/^<!-- queue-lint-[\s\S]*-->$/);
      const rule = rules[0]!.location;
      expect(text.slice(rule.offset, rule.endOffset)).toBe("a/b");
      expect(text.split(/\r?\n/)[rule.line - 1]!.slice(rule.column - 1, rule.endColumn - 1)).toBe("a/b");
      expect(reason).toBe("x");
    }
  });
});

describe("nothing is read", () => {
  it.each([
    ["a fenced block", "```md\n<!-- queue-lint-disable a/b -- x -->\n```\n"],
    ["an indented block", "text\n\n    <!-- queue-lint-disable a/b -- x -->\n"],
    ["a code span", "`<!-- queue-lint-disable a/b -- x -->`\n"],
    ["front matter", "---\nnote: <!-- queue-lint-disable a/b -- x -->\n---\n"],
    ["a script", "<script>\n<!-- queue-lint-disable a/b -- x -->\n</script>\n"],
    ["a comment that never ends", "<!-- queue-lint-disable a/b -- x\n\n## Active\n"],
    ["an escaped comment", "\\<!-- queue-lint-disable a/b -- x -->\n"],
    ["a comment about queue-lint", "<!-- queue-lint runs in CI -->\n<!-- see queue-lint-disable -->\n"],
  ])("in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("a date", () => {
  it.each([
    ["a/b until 2026-12-31 -- because", "2026-12-31", "because"],
    ["a/b, until 2026-12-31, c/d -- because", "2026-12-31", "because"],
    ["a/b -- because, until 2026-12-31", "2026-12-31", "because, until 2026-12-31"],
    ["a/b -- until 2026-12-31 because", "2026-12-31", "until 2026-12-31 because"],
    ["a/b -- not until 2026-01-01 but until 2026-12-31", "2026-12-31", "not until 2026-01-01 but until 2026-12-31"],
    ["a/b until 2026-12-31 -- right until 2030-01-01", "2026-12-31", "right until 2030-01-01"],
    ["a/b until tomorrow -- because", "tomorrow", "because"],
    ["a/b until -- because", "", "because"],
    ["a/b -- because until 31.12.2026", "31.12.2026", "because until 31.12.2026"],
    ["a/b -- because until 12/31/2026", "12/31/2026", "because until 12/31/2026"],
    ["a/b -- because until 2026-12", "2026-12", "because until 2026-12"],
    ["a/b -- until 2026-12-31", "2026-12-31", ""],
    ["a/b -- (until 2026-12-31).", "2026-12-31", ""],
    ["a/b -- until the vendor answers", undefined, "until the vendor answers"],
    ["a/b -- until 2.0.1 is out", undefined, "until 2.0.1 is out"],
    ["a/b -- until 3 of 4 agree", undefined, "until 3 of 4 agree"],
    ["a/b -- until 2026-12-31-rc1 is out", undefined, "until 2026-12-31-rc1 is out"],
    ["a/b -- the untilled field of 2026-12-31", undefined, "the untilled field of 2026-12-31"],
  ])("in “%s” is %s", (words, until, reason) => {
    expect(one(`<!-- queue-lint-disable ${words} -->`)).toMatchObject({ until, reason });
  });
});

describe("the next line", () => {
  it.each([
    ["is the one below", "<!-- queue-lint-disable-next-line a/b -- x -->\n- Apple\n", 2],
    [
      "may follow on the comment's own line, which is not it",
      "<!-- queue-lint-disable-next-line a/b -- x --> words\n- Apple\n",
      2,
    ],
    ["is no blank line", "<!-- queue-lint-disable-next-line a/b -- x -->\r\n\r\n  \r\n- Apple\r\n", 4],
    [
      "is no comment, however long",
      "<!-- queue-lint-disable-next-line a/b -- x -->\n<!-- one -->\n\n<!-- two\nthree -->\n- Apple\n",
      6,
    ],
    ["is no empty quote", "> <!-- queue-lint-disable-next-line a/b -- x -->\n>\n> Apple\n", 3],
    ["is below the end of the comment", "<!-- queue-lint-disable-next-line\n a/b\n -- x -->\n- Apple\n", 4],
    ["is not there at the end", "Apple\n\n<!-- queue-lint-disable-next-line a/b -- x -->\n\n", undefined],
    ["is the one below a comment in a line", "- Apple <!-- queue-lint-disable-next-line a/b -- x -->\n- Pear\n", 2],
  ])("%s", (_, text, line) => {
    expect(one(text).nextLine).toBe(line);
  });
});

describe("many comments", () => {
  it("are read in time that grows with the text", () => {
    const count = 20_000;
    const all = read("<!-- queue-lint-disable-next-line a/b -- x -->\n".repeat(count) + "Apple\n");
    expect(all).toHaveLength(count);
    expect(new Set(all.map((directive) => directive.nextLine))).toEqual(new Set([count + 1]));
  });

  it("never throw, whatever stands in them", () => {
    const word = fc.constantFrom(
      "<!--",
      "-->",
      " queue-lint-disable",
      "queue-lint-",
      "\n",
      "> ",
      "--",
      "—",
      "until",
      "2026-12-31",
      ",",
      "a/b",
      "`",
      "- ",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(" ");
        for (const { location, rules } of read(text))
          for (const at of [location, ...rules.map((rule) => rule.location)])
            expect(at.endOffset).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
