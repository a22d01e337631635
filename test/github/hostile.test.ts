import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { describe, expect, it } from "vitest";
import { localGitHub } from "./local-github.ts";
import { checkout, held, queueOf, runAction } from "./run-action.ts";

/** Titles that would be a command, markup, a link, a mention or a repainted terminal if anything let them. */
const titles = [
  "::error::pwned",
  "::set-output name=next::pwned",
  "##[error]pwned",
  "  ::add-mask::the",
  "%0A::error::pwned",
  "</code></summary></details><img src=x onerror=alert(1)>",
  "<!-- queue-lint -->",
  "@harbour/team @ada look",
  "closes #1 and GH-1",
  "[click](https://evil.example)",
  "![see](https://evil.example/x.png)",
  "see www.evil.example and https://evil.example",
  "mail ada@evil.example",
  "\u001B[31mred\u001B]8;;https://evil.example\u0007click",
  "\u202Edetrever",
  "| a | b |",
  "`code` **bold** ~~gone~~",
  "queue-lint-x",
  "EOF",
  "errors=99",
];
const lines = titles.map((title, index) => `${title} -> Spec ${String(index + 100)} (\`spec-${index}\`)`);

/** What Markdown makes of a text, beside what it shows as code. */
function meaning(markdown: string): {
  readonly kinds: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly words: string;
} {
  const kinds = new Set<string>();
  const links: string[] = [];
  const walk = (node: { type: string; children?: unknown[]; url?: string; value?: string }): void => {
    kinds.add(node.type);
    if (node.url !== undefined) links.push(node.url);
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
  };
  walk(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
  return { kinds, links, words: markdown.replaceAll(/<code>[^<]*<\/code>/g, "") };
}

describe("hostile titles", () => {
  it("are no command, no markup, no link and no mention anywhere", async () => {
    const [github, made] = [await localGitHub(), checkout(queueOf(held), queueOf(held, ...lines))];
    const { log, summary, outputs } = await runAction(made, { github });
    expect(Number(outputs["errors"])).toBeGreaterThan(10);

    const commands = log.split("\n").filter((line) => line.trimStart().startsWith("::"));
    expect(
      commands.filter((line) => !/^::(?:error|warning|notice) file=docs\/product\/spec-candidates\.md,/.test(line)),
    ).toEqual([]);
    expect(log).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]|##\[/);

    const body = github.comments[0]?.body ?? "";
    expect(github.comments).toHaveLength(1);
    for (const text of [body, summary, github.checkRuns[0]?.output.summary ?? ""]) {
      const { kinds, links, words } = meaning(text);
      expect(
        [...kinds].filter((kind) => ["image", "emphasis", "strong", "delete", "inlineCode", "code"].includes(kind)),
      ).toEqual(kinds.has("strong") ? ["strong"] : []);
      expect(
        links.filter(
          (link) => !/^https:\/\/github\.com\/queue-lint\/queue-lint\/blob\/|^https:\/\/github\.test\//.test(link),
        ),
      ).toEqual([]);
      expect(words).not.toMatch(/evil|pwned|onerror|@|#\d|GH-\d|www\.|alert/);
      expect(
        text.replaceAll(
          /\]\(https:[^)]*\)|<a href="https:\/\/github\.test\/harbour\/lighthouse\/blob\/[\w/.#%-]*">/g,
          "",
        ),
      ).not.toMatch(/@|www\.|https?:|<img|##\[|[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
      expect(
        [...text.matchAll(/<\/?([a-z]+)>/g)]
          .map(([, name]) => name)
          .filter((name) => !["a", "br", "code", "details", "summary"].includes(name ?? "")),
      ).toEqual([]);
      expect(text.split("<details>").length).toBe(text.split("</details>").length);
    }
    expect(body.split("<!--")).toHaveLength(2);
    for (const { message, title = "" } of github.checkRuns[0]?.annotations ?? [])
      expect(message + title).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
  });

  it("set no output, whatever may be picked next", async () => {
    const queue = queueOf(held).replace("### Harbour map", "### errors<<EOF 0 EOF `x` \u001B[31m @team");
    const { outputs } = await runAction(checkout(queueOf(held), queue), {
      github: await localGitHub(),
      inputs: { check: "false" },
    });
    expect(outputs).toMatchObject({ errors: "1", next: expect.stringMatching(/^errors<<EOF 0 EOF/) as string });
    expect(Object.keys(outputs).sort()).toEqual(["errors", "fixed", "introduced", "next", "report", "warnings"]);
    expect(outputs["next"]).not.toContain("\u001B");
  });

  it.each(["text", "concise", "markdown", "json", "agent"])(
    "are no command in a log of the format %s, even in the name of a file",
    async (format) => {
      const made = checkout(queueOf(held), queueOf(held, ...lines));
      made.repository.write({ "::error::named/docs/product/spec-candidates.md": queueOf(...lines) });
      const { log } = await runAction(made, { inputs: { format, check: "false", comment: "false" } });
      const [first = "", ...rest] = log.trimEnd().split("\n");
      const token = /^::stop-commands::([\w-]{36})$/.exec(first)?.[1];
      expect(rest.at(-1)).toBe(`::${token ?? ""}::`);
      expect(rest.slice(0, -1).join("\n")).not.toContain(token);
    },
  );

  it("are repeated by a server without being a command", async () => {
    const github = await localGitHub();
    github.fail("checks/create", { status: 422, message: "bad\n::error::pwned\u001B[31m ##[error]x" });
    const { log, summary } = await runAction(checkout(), { github });
    expect(log.split("\n").filter((line) => line.trimStart().startsWith("::error::"))).toEqual([]);
    expect(log + summary).not.toMatch(/\u001B|##\[/);
  });
});

describe("five thousand findings", () => {
  it("are counted, and shown as far as each place holds them, which says what is left out", async () => {
    const many = Array.from(
      { length: 5_000 },
      (_, index) => `Lamp ${index} of the outer harbour -> Spec ${1_000 + index} (\`lamp-${index}\`)`,
    );
    const [github, made] = [await localGitHub(), checkout(queueOf(held), queueOf(held, ...many))];
    const { status, log, errors, summary, outputs } = await runAction(made, { github });
    expect({ status, errors }).toEqual({ status: 1, errors: "" });
    expect(Number(outputs["introduced"])).toBeGreaterThanOrEqual(5_000);
    expect(log.split("\n").filter((line) => line.startsWith("::error "))).toHaveLength(Number(outputs["errors"]));
    expect(github.checkRuns).toHaveLength(1);
    expect(github.checkRuns[0]?.annotations).toHaveLength(1_000);
    expect(github.checkRuns[0]?.output.summary).toMatch(
      /^The 1000 worst findings of \d+ are annotations\. All of them are in \[the log of the run\]\(https:\/\/github\.test\/harbour\/lighthouse\/actions\/runs\/42\)/,
    );
    expect(github.operations().filter((operation) => operation.startsWith("checks/"))).toHaveLength(20);
    const body = github.comments[0]?.body ?? "";
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    for (const text of [body, summary]) {
      const rows = text.split("\n").filter((line) => /^- \*\*(?:error|warning|info)\*\* /.test(line)).length;
      const [, left, all] =
        /\n(\d+) of (\d+) findings are left out here, the least severe ones.*All of them are in/.exec(text) ?? [];
      expect(rows).toBeGreaterThan(50);
      expect(rows + Number(left)).toBe(Number(all));
    }
  });

  it("keep the annotations that arrived when a later request fails, and a complete check run", async () => {
    const many = Array.from(
      { length: 120 },
      (_, index) => `Lamp ${index} of the outer harbour -> Spec ${1_000 + index} (\`lamp-${index}\`)`,
    );
    const [github, made] = [await localGitHub(), checkout(queueOf(held), queueOf(held, ...many))];
    github.fail("checks/update", { status: 422, message: "No" }, 2);
    const { log } = await runAction(made, { github, inputs: { comment: "false" } });
    expect(log).toMatch(/queue-lint: Check run “queue-lint”: 100 of \d+ annotations \(422 No\)\./);
    expect(github.checkRuns).toMatchObject([{ status: "completed", conclusion: "failure" }]);
    expect(github.statuses).toEqual([]);
  });
});
