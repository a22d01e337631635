import { describe, expect, it } from "vitest";
import type {
  CodeLens,
  CompletionItem,
  Hover,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { gitRepository, isolateGit } from "../source/git-repository.ts";
import { ferry, queue, queueText } from "../guard/ferry.ts";
import { capable, editor, type Editor } from "./editor.ts";

isolateGit();
const patience = 90_000;
const spec = "specs/001-tickets/spec.md";
const ledger = "docs/product/implementation-ledger.md";
const ledgerText =
  "# Ledger\n\n| Capability | Status | Spec |\n|---|---|---|\n| Seat maps | planned | |\n| Tickets | planned | 001 |\n";

async function opened(path = queue, text = queueText): Promise<Editor> {
  const repository = ferry();
  repository.write({ [ledger]: ledgerText });
  const one = await editor(repository.root);
  await one.open(path, text);
  return one;
}

const lines = (one: Editor, locations: readonly Location[] | null): string[] =>
  (locations ?? []).map(({ uri, range }) => `${uri.slice(one.uri("x").length - 1)}:${range.start.line + 1}`);

describe("hover", () => {
  it(
    "tells title, state, boxes and last commit of entries, units and paths",
    async () => {
      const one = await opened(queue, queueText.replace("P1", "P1\n- **Anchors**: `src/ferry.ts`"));
      const told = async (words: string): Promise<string> => {
        const hover = await one.ask<Hover | null>("hover", [queue, words]);
        return hover === null ? "" : (hover.contents as { value: string }).value;
      };
      expect(await told("Seat maps")).toMatch(
        /^\*\*Seat maps\*\* {2}\nActive · P1 {2}\nMay be picked: it is the next one\. {2}\nLast commit: [0-9a-f]{7} 2026-11-01 Change$/,
      );
      expect(await told("Price rules")).toContain("May not be picked: It is in the manual-only section");
      expect(await told("Spec 001")).toMatch(
        /^\*\*Tickets\*\* {2}\nspecs\/001-tickets {2}\nStatus: Draft .*\nBoxes: 1 of 2 done {2}\nLast commit: /,
      );
      expect(await told("src/ferry.ts")).toMatch(/^\*\*src\/ferry\.ts\*\*[\s\S]*Last commit: [0-9a-f]{7} /);
      expect(await told("# Queue")).toBe("");
    },
    patience,
  );

  it(
    "never makes markup of a hostile title, nor more than text for a client without Markdown",
    async () => {
      const hostile = queueText.replace("### Seat maps", "### [Ignore all rules](http://evil.example) <img src=x>");
      const title = "Ignore all rules";
      const one = await opened(queue, hostile);
      const { contents } = await one.ask<{ contents: { value: string } }>("hover", [queue, title]);
      expect(contents.value).not.toMatch(/(?<!\\)[[<]|http:\/\//);
      const plain = await editor(ferry().root, { capabilities: { ...capable, textDocument: {} } });
      await plain.open(queue, queueText);
      const hover = await plain.ask<Hover>("hover", [queue, "Seat maps"]);
      expect(hover.contents).toMatchObject({
        kind: "plaintext",
        value: expect.stringMatching(/^Seat maps\nActive/) as string,
      });
    },
    patience,
  );
});

describe("definitions and references", () => {
  it(
    "lead from entry to unit, from unit to entry, and from row to both",
    async () => {
      const one = await opened();
      await one.open(spec, "# Tickets\n\n**Status**: Draft\n");
      await one.open(ledger, ledgerText);
      const definition = async (path: string, words: string): Promise<string[]> =>
        lines(one, await one.ask("definition", [path, words]));
      expect(await definition(queue, "Tickets ->")).toEqual([`${spec}:1`]);
      expect(await definition(queue, "`Seat maps`")).toEqual([`${queue}:5`]);
      expect(await definition(spec, "# Tickets")).toEqual([`${queue}:28`]);
      expect(await definition(ledger, "Tickets")).toEqual(expect.arrayContaining([`${queue}:28`]));
      expect(await definition(queue, "# Queue")).toEqual([]);

      const references = async (path: string, words: string, includeDeclaration: boolean): Promise<string[]> =>
        lines(one, await one.ask("references", [path, words], { context: { includeDeclaration } }));
      expect(await references(queue, "Seat maps", false)).toEqual([`${ledger}:5`, `${queue}:12`]);
      expect(await references(queue, "Seat maps", true)).toEqual([`${ledger}:5`, `${queue}:5`, `${queue}:12`]);
      expect(await references(spec, "# Tickets", false)).toEqual(
        expect.arrayContaining([`${ledger}:6`, `${queue}:28`]),
      );
    },
    patience,
  );
});

describe("code lenses and symbols", () => {
  it(
    "say of each entry what “queue-lint next” says, and follow what is typed",
    async () => {
      const one = await opened();
      const titles = async (): Promise<(string | undefined)[]> =>
        (
          await one.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
            textDocument: { uri: one.uri(queue) },
          })
        ).map(({ command }) => command?.title);
      expect((await titles()).slice(0, 2)).toEqual([
        "May be picked: it is the next one.",
        "May not be picked: It depends on “Seat maps”, which is still active.",
      ]);
      await one.type(queue, "- **Depends on**: `Seat maps`\n", "");
      expect((await titles())[1]).toBe("May be picked, after the ones before it.");
    },
    patience,
  );

  it(
    "find entries and units by some of their letters",
    async () => {
      const one = await opened();
      const names = async (query: string): Promise<string[]> =>
        (await one.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query })).map(({ name }) => name);
      expect(await names("tick")).toEqual(["Tickets", "001-tickets Tickets"]);
      expect(await names("stmp")).toEqual(["Seat maps"]);
      expect(await names("zzz")).toEqual([]);
    },
    patience,
  );
});

describe("completion", () => {
  it(
    "offers sections, statuses, entries, specs and paths where they are asked for, and nothing elsewhere",
    async () => {
      const one = await opened(
        queue,
        `${queueText}\n## x\n\n- **Status**: y\n\n- Berths -> z\n- [Berths](w\n- Spec 00\n- plain words\n`,
      );
      const offered = async (words: string): Promise<string[]> => {
        const { line } = one.find(queue, words);
        const items = await one.connection.sendRequest<CompletionItem[] | null>("textDocument/completion", {
          textDocument: { uri: one.uri(queue) },
          position: { line, character: 999 },
        });
        return (items ?? []).map(({ textEdit }) => textEdit?.newText ?? "");
      };
      expect(await offered("## x")).toEqual(expect.arrayContaining(["Active Candidate Queue", "Deferred"]));
      expect(await offered("- **Status**: y")).toEqual(expect.arrayContaining(["done", "blocked"]));
      expect(await offered("- **Depends on**")).toEqual(expect.arrayContaining(["`Seat maps`", "Spec 002 (`halls`)"]));
      expect(await offered("-> z")).toEqual(["Spec 001 (`tickets`)", "Spec 002 (`halls`)"]);
      expect(await offered("(w")).toContain("../../specs/001-tickets/spec.md");
      expect(await offered("Spec 00\n")).toEqual(["Spec 001", "Spec 002"]);
      expect(await offered("- plain words")).toEqual([]);
    },
    patience,
  );

  it(
    "offers the statuses of a table below their header",
    async () => {
      const one = await opened(ledger, `${ledgerText}| Berths | pl`);
      const items = await one.ask<CompletionItem[]>("completion", [ledger, "| pl"], {
        position: { line: 6, character: "| Berths | pl".length },
      });
      expect(items.map(({ label }) => label)).toContain("implemented");
      expect(items[0]?.textEdit).toMatchObject({
        range: { start: { line: 6, character: 11 }, end: { line: 6, character: 13 } },
      });
      const titles = await one.ask<CompletionItem[]>("completion", [ledger, "| Ber"], {
        position: { line: 6, character: 5 },
      });
      expect(titles).toEqual([]);
    },
    patience,
  );
});

describe("rename", () => {
  const renamed = async (one: Editor, newName: string): Promise<Map<string, string>> => {
    const edit = await one.ask<WorkspaceEdit>("rename", [queue, "Seat maps"], { newName });
    const texts = new Map([
      [one.uri(queue), one.text(queue)],
      [one.uri(ledger), ledgerText],
    ]);
    for (const { textDocument, edits } of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const document = TextDocument.create(textDocument.uri, "markdown", 1, texts.get(textDocument.uri) ?? "");
      texts.set(textDocument.uri, TextDocument.applyEdits(document, edits as []));
    }
    return texts;
  };

  it(
    "keeps the former title, and corrects what calls the entry by it",
    async () => {
      const one = await opened();
      expect(await one.ask("prepareRename", [queue, "Seat maps"])).toMatchObject({ placeholder: "Seat maps" });
      expect(await one.ask("prepareRename", [queue, "Depends on"])).toBeNull();
      const texts = await renamed(one, "Berth maps");
      expect(texts.get(one.uri(queue))).toBe(
        queueText
          .replace("### Seat maps", "### Berth maps (formerly Seat maps)")
          .replace("`Seat maps`", "`Berth maps`"),
      );
      expect(texts.get(one.uri(ledger))).toBe(ledgerText.replace("Seat maps", "Berth maps"));
      expect((await renamed(one, "Seat Maps")).get(one.uri(queue))).toBe(
        queueText.replace("### Seat maps", "### Seat Maps"),
      );
    },
    patience,
  );

  it(
    "refuses in words what would not be read as the title",
    async () => {
      const one = await opened();
      for (const newName of ["", "Two\nlines", "`code`"])
        await expect(one.ask("rename", [queue, "Seat maps"], { newName })).rejects.toThrow(
          "cannot be the title of an entry",
        );
    },
    patience,
  );
});

it(
  "answers for units of any layout",
  async () => {
    const proposal = "openspec/changes/add-night-boats/proposal.md";
    const tasks = "openspec/changes/add-night-boats/tasks.md";
    const root = gitRepository({
      [proposal]: "# Add night boats\n\n## Why\n\nPeople dance late.\n",
      [tasks]: "## 1. Boats\n\n- [x] 1.1 Buy\n- [ ] 1.2 Paint\n",
      "openspec/project.md": "# Project\n",
    }).root;
    const one = await editor(root);
    await one.open(proposal, "# Add night boats\n\n## Why\n\nPeople dance late.\n");
    const hover = await one.ask<Hover>("hover", [proposal, "# Add"]);
    expect((hover.contents as { value: string }).value).toContain("Boxes: 1 of 2 done");
    const found = await one.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query: "night" });
    expect(found.map(({ location }) => location.uri)).toEqual([one.uri(proposal)]);
  },
  patience,
);
