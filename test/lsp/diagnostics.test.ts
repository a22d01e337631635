import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { ferry, promotedLine, queue, queueText, wrongLine } from "../guard/ferry.ts";
import { capable, editor, type Editor } from "./editor.ts";

isolateGit();
const patience = 90_000;
const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
/** What the queue of these tests says before anything is wrong. */
const before = ["active/required-fields"];
const wrong = [...before, "promotion/slug-matches"];

async function actions(one: Editor, path: string, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: one.diagnostics(path), ...(only === undefined ? {} : { only }) };
  return one.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri: one.uri(path) },
    range: whole,
    context,
  });
}

/** The text of a buffer after an action. */
function after(one: Editor, path: string, action: CodeAction | undefined): string {
  const changes = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument.uri)).toEqual([one.uri(path)]);
  const document = TextDocument.create(one.uri(path), "markdown", 1, one.text(path));
  return TextDocument.applyEdits(document, (changes[0]?.edits ?? []) as []);
}

describe("diagnostics", () => {
  it(
    "follow a document that is opened, edited, saved and closed",
    async () => {
      const repository = ferry();
      const one = await editor(repository.root);
      await one.reports(queue, before);
      await one.open(queue, queueText);
      await one.type(queue, promotedLine, wrongLine);
      await one.reports(queue, wrong);
      const found = one.diagnostics(queue).find(({ code }) => code === "promotion/slug-matches");
      expect(found).toMatchObject({
        severity: 1,
        source: "queue-lint",
        range: { start: one.find(queue, "Tickets"), end: { line: one.find(queue, "Tickets").line } },
        codeDescription: { href: expect.stringContaining("docs/rules/promotion/slug-matches.md") as string },
        relatedInformation: [{ location: { uri: one.uri("specs/001-tickets/spec.md") } }],
      });
      expect(found?.relatedInformation?.[0]?.message).toContain("Truth: there is no Spec 009");
      // What was not saved is forgotten with the buffer; what was saved stays.
      await one.close(queue);
      await one.reports(queue, before);
      await one.open(queue, queueText);
      await one.type(queue, promotedLine, wrongLine);
      await one.save(queue);
      await one.close(queue);
      await one.reports(queue, wrong);
      // A document that nobody has open is told all the same, and so is what happens outside of the editor.
      repository.write({ [queue]: queueText });
      await one.reports(queue, before);
    },
    patience,
  );

  it(
    "are fixed by what the engine would do, and hidden by a comment once it has a reason",
    async () => {
      const one = await editor(ferry().root);
      await one.open(queue, queueText.replace(promotedLine, wrongLine));
      await one.reports(queue, wrong);
      const offered = await actions(one, queue);
      const safe = offered.find(({ isPreferred }) => isPreferred);
      expect(safe?.diagnostics?.map(({ code }) => code)).toEqual(["promotion/slug-matches"]);
      expect(after(one, queue, safe)).toBe(queueText);
      expect(after(one, queue, (await actions(one, queue, ["source.fixAll"]))[0])).toBe(queueText);
      const suggested = offered.find(({ title }) => title.endsWith("(suggested)"));
      expect(suggested?.diagnostics?.map(({ code }) => code)).toEqual(["active/required-fields"]);

      const hidden = after(
        one,
        queue,
        offered.find(({ title }) => title === "Suppress active/required-fields here with a reason"),
      );
      expect(hidden).toContain("required-fields -- TODO: why this is right here -->\n### Price rules");
      await one.type(queue, one.text(queue), hidden);
      await one.reports(queue, [...wrong, "suppression/reason"]);
      await one.type(queue, "TODO: why this is right here", "the council ranks them itself");
      await one.reports(queue, wrong.slice(1));
    },
    patience,
  );

  it(
    "have the columns and line ends of editors",
    async () => {
      const text = queueText
        .replace(promotedLine, wrongLine.replace("Tickets", "Tickets 🎫🎫"))
        .replaceAll("\n", "\r\n");
      const one = await editor(ferry().root);
      await one.open(queue, text);
      await expect
        .poll(() => one.diagnostics(queue).some(({ code }) => String(code).startsWith("promotion/")), {
          timeout: 30_000,
        })
        .toBe(true);
      const found = one.diagnostics(queue).find(({ code }) => code === "promotion/slug-matches");
      const { line } = one.find(queue, "Tickets");
      expect(found?.range).toEqual({
        start: { line, character: 2 },
        end: { line, character: wrongLine.length + " 🎫🎫".length },
      });
      const safe = (await actions(one, queue)).find(({ isPreferred }) => isPreferred);
      expect(after(one, queue, safe)).toBe(text.replace("Spec 009", "Spec 001"));
    },
    patience,
  );

  it(
    "name the truth in words to a client that shows no related information",
    async () => {
      const one = await editor(ferry().root, { capabilities: {} });
      await one.open(queue, queueText.replace(promotedLine, wrongLine));
      await one.reports(queue, wrong);
      const found = one.diagnostics(queue).find(({ code }) => code === "promotion/slug-matches");
      expect(found?.relatedInformation).toBeUndefined();
      expect(found?.message).toContain("Truth: there is no Spec 009; specs/001-tickets has that slug (spec.md:1)");
    },
    patience,
  );
});

describe("documents elsewhere", () => {
  it(
    "are not answered for: outside of the root, never saved, not of this machine, not there yet",
    async () => {
      const one = await editor(ferry().root);
      const texts = [
        "untitled:Untitled-1",
        "git:/docs/product/spec-candidates.md",
        "file://elsewhere/queue.md",
        "file:///nowhere/queue.md",
        "docs/new.md",
      ];
      for (const path of texts) {
        await one.open(path, queueText.replace(promotedLine, wrongLine));
        await one.type(path, "Seat maps", "Berth maps");
        if (path !== "docs/new.md") expect(await one.ask("hover", [path, "Night boats"])).toBeNull();
        expect(await actions(one, path)).toEqual(path === "docs/new.md" ? [] : null);
      }
      await one.reports(queue, before);
      for (const path of texts) expect(one.diagnostics(path)).toEqual([]);
    },
    patience,
  );

  it(
    "of several folders belong to the innermost repository, and go with their folder",
    async () => {
      const outer = ferry();
      const inner = gitRepository({ [queue]: queueText.replace(promotedLine, wrongLine) });
      const plain = temporaryDirectory({ "docs/readme.md": "# Nothing planned\n" });
      const one = await editor(outer.root, { folders: [outer.root, `${outer.root}/specs`, inner.root, plain] });
      const path = `file://${inner.root}/${queue}`;
      await one.reports(queue, before);
      await expect.poll(() => one.diagnostics(path).length, { timeout: 30_000 }).toBeGreaterThan(0);
      const folder = (root: string): object => ({ uri: `file://${root}`, name: root });
      await one.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
        event: { added: [], removed: [folder(inner.root), folder(`${outer.root}/specs`)] },
      });
      await one.reports(path, []);
      await one.reports(queue, before);
      await one.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
        event: { added: [folder(inner.root)], removed: [folder(outer.root)] },
      });
      await one.reports(queue, []);
      await expect.poll(() => one.diagnostics(path).length, { timeout: 30_000 }).toBeGreaterThan(0);
    },
    patience,
  );
});

/** A queue of 400 entries, and a roadmap, a ledger and a spec for every fourth of them. */
function harbour(): { readonly files: Record<string, string>; readonly text: string } {
  const numbers = Array.from({ length: 400 }, (_, index) => index);
  const entries = numbers.map(
    (number) => `### Pier ${number}\n\n- **Priority**: P${number % 4}\n\nThe words of pier ${number}.\n`,
  );
  const text = `# Queue\n\n## Active\n\n${entries.join("\n")}\n## Promoted\n\n`;
  const specs = numbers
    .filter((number) => number % 4 === 0)
    .map((number): [string, string] => {
      const digits = String(number / 4 + 1).padStart(3, "0");
      return [`specs/${digits}-mole-${number}/spec.md`, `# Mole ${number}\n\n**Status**: Draft\n\nWords.\n`];
    });
  const roadmap = "# Roadmap\n\n## Now\n\n- Pier 3\n";
  return { files: { [queue]: text, "docs/product/roadmap.md": roadmap, ...Object.fromEntries(specs) }, text };
}

describe("a keystroke in a queue of 400 entries", () => {
  it(
    "parses that queue again and nothing else, and an answer does not wait for the rules",
    async () => {
      const { files, text } = harbour();
      const one = await editor(gitRepository(files).root, { capabilities: capable });
      await one.open(queue, text);
      await expect.poll(() => one.parsed.length, { timeout: 60_000 }).toBeGreaterThan(0);
      expect(one.parsed[0]?.sort()).toEqual(["docs/product/roadmap.md", queue].sort());
      for (const letter of "abc") {
        const audits = one.parsed.length;
        await one.type(queue, "The words of pier 7.", `The words of pier 7.${letter}`);
        // The answer knows the keystroke, and is there before the audit has begun.
        expect(await one.ask("codeLens", [queue, "Pier 7"])).toHaveLength(400);
        expect(one.parsed.length).toBe(audits);
        await expect.poll(() => one.parsed.length, { timeout: 30_000 }).toBe(audits + 1);
        expect(one.parsed.at(-1)).toEqual([queue]);
      }
      // What is in the audits before is not parsed again.
      await one.type(queue, "pier 7.cba", "pier 7.ba");
      await expect.poll(() => one.parsed.length, { timeout: 30_000 }).toBeGreaterThan(4);
      expect(one.parsed.at(-1)).toEqual([]);
    },
    patience,
  );
});
