import { describe, expect, it } from "vitest";
import { dataAt, scalarsAt, wordsAt } from "../../src/core/data.ts";
import { readFrontMatter } from "../../src/documents/data/front-data.ts";
import { readData, readDocument } from "../../src/documents/data/read-data.ts";

function read(text: string, path: string) {
  const data = readData(text, path);
  if (data === undefined) throw new Error("no format");
  return data;
}

/** What the source says at the place of each scalar. */
function written(text: string, path: string, at: string): string[] {
  return scalarsAt(read(text, path).root, at).map(({ location }) => text.slice(location.offset, location.endOffset));
}

const yaml = "keel:\n  state: in dock  # until May\n  id: 012\n  when: 2026-05-01\n  crew: ['Ann', \"Bo\"]\n";
const json =
  '{\n  // the yard\n  "keel": { "state": "in dock", "id": 12, "when": "2026-05-01", "crew": ["Ann", "Bo"] },\n}\n';
const toml = '[keel]\nstate = "in dock" # until May\nid = "012"\nwhen = 2026-05-01\ncrew = ["Ann", \'Bo\']\n';

describe("data documents", () => {
  it.each([
    ["yard.yaml", yaml],
    ["yard.json", json],
    ["yard.toml", toml],
  ])("%s has its values at their places", (path, text) => {
    expect(scalarsAt(read(text, path).root, "keel.state").map(({ content }) => content.plain)).toEqual(["in dock"]);
    expect(written(text, path, "keel.state")[0]).toMatch(/^"?in dock"?$/);
    expect(scalarsAt(read(text, path).root, "keel.crew").map(({ content }) => content.plain)).toEqual(["Ann", "Bo"]);
    expect(read(text, path).problems).toEqual([]);
  });

  it.each([
    ["yard.yaml", yaml],
    ["yard.toml", toml],
  ])("%s keeps numbers, dates and comments as they are written", (path, text) => {
    const [state, id, when] = ["state", "id", "when"].flatMap((key) => scalarsAt(read(text, path).root, `keel.${key}`));
    expect(state?.comment?.plain).toBe("until May");
    expect(id?.content.plain).toBe("012");
    expect([when?.content.plain, state?.isText]).toEqual(["2026-05-01", true]);
  });

  it("an inline has the length of its source", () => {
    for (const { content } of scalarsAt(read(yaml, "a.yml").root, "keel.crew")) {
      const { offset, endOffset } = content.location;
      expect(content.text).toHaveLength(endOffset - offset);
      expect(content.text.trim()).toBe(content.plain);
    }
  });

  it("reads a list of JSON lines, and says which line is broken", () => {
    const { root, problems } = read('{"id": "a"}\n\n{"id": \n{"id": "c"}\n', "all.jsonl");
    expect(scalarsAt(root, "*.id").map(({ content }) => content.plain)).toEqual(["a", "c"]);
    expect(problems.map(({ location }) => location.line)).toEqual([3]);
  });

  it("puts tables of TOML together", () => {
    const { root } = read('[[ship]]\nname = "a"\n[ship.mast]\nwood = "oak"\n[[ship]]\nname = "b"\n', "x.toml");
    expect(dataAt(root, "ship.*").map((match) => wordsAt(match, "name")[0]?.text)).toEqual(["a", "b"]);
    expect(scalarsAt(root, "ship.*.mast.wood").map(({ location }) => location.line)).toEqual([4]);
  });

  it.each([
    ["x.yaml", "a: [1, 2\nb: 3\n", /cannot be read/, 1],
    ["x.yaml", "a: 1\nb: \tc: d\n", /cannot be read/, 2],
    ["x.json", '{ "a": 1,\n  "b": }\n', /cannot be read.*value expected/, 2],
    ["x.toml", "[a]\nb = 1\n[a]\nc = 2\n", /cannot be read/, 3],
    ["x.toml", "a = \n", /cannot be read/, 1],
    ["x.json", "[".repeat(200_000), /cannot be read|too deeply/, 1],
    ["x.yaml", "[".repeat(20_000), /cannot be read|too deeply/, 1],
  ])("%s that is broken is one problem with its place", (...[path, text, message, line]) => {
    const { root, problems } = read(text, path);
    expect(root).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(Math.abs((problems[0]?.location.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  it.each([
    ["x.yaml", "keel: done\nmast: open\nkeel: open\n"],
    ["x.json", '{ "keel": "done",\n  "mast": "open",\n  "keel": "open" }'],
  ])("of a key that is given twice in %s neither value is read, and the second is told", (path, text) => {
    const { root, problems } = read(text, path);
    expect(scalarsAt(root, "*").map(({ content }) => content.plain)).toEqual(["open"]);
    expect(problems.map(({ message, location }) => [message.includes("“keel”"), location.line])).toEqual([[true, 3]]);
  });

  it("follows no alias and applies no tag", () => {
    const bomb = `a: &a [x, x]\n${[..."bcdefghi"].map((key, at) => `${key}: &${key} [*${"abcdefgh"[at]}, *${"abcdefgh"[at]}]`).join("\n")}\nstate: !!str done\nkind: !ship boat\n`;
    const { root, problems } = read(bomb, "x.yaml");
    expect(problems).toEqual([]);
    expect(scalarsAt(root, "i")).toEqual([]);
    expect(scalarsAt(root, "state").map(({ content }) => content.plain)).toEqual(["done"]);
    expect(scalarsAt(root, "kind").map(({ content }) => content.plain)).toEqual(["boat"]);
  });

  it.each(["x.yaml", "x.json", "x.toml"])("a byte order mark before %s is not read", (path) => {
    const text = { "x.yaml": "a: done\n", "x.json": '{ "a": "done" }', "x.toml": 'a = "done"\n' }[path] ?? "";
    const [found] = scalarsAt(read(`\uFEFF${text}`, path).root, "a");
    expect(`\uFEFF${text}`.slice(found?.location.offset, found?.location.endOffset)).toMatch(/^"?done"?$/);
  });

  it.each(["", "\n", "# nothing\n", "~", "---\n", "- \n"])("reads nothing from %j", (text) => {
    expect(scalarsAt(read(text, "x.yaml").root, "a")).toEqual([]);
  });

  it("reads the comments that are meant for queue-lint", () => {
    const text = "a: 1\n# queue-lint-disable-next-line index/status-agrees -- it is so\nb: 2\n";
    const { directives, data } = readDocument(text, { path: "x.yaml", role: "index" });
    expect(data?.kind).toBe("map");
    expect(directives.map(({ kind, nextLine, reason, rules }) => [kind, nextLine, reason, rules[0]?.text])).toEqual([
      ["disable-next-line", 3, "it is so", "index/status-agrees"],
    ]);
  });

  it("leaves a queue that is called so Markdown", () => {
    expect(readDocument("# Queue\n", { path: "queue.yaml", role: "queue" }).title).toBe("Queue");
  });
});

describe("front matter", () => {
  it("is read with the places of the whole document", () => {
    const text = "\uFEFF---\nid: 012\nneeds: [A-1, 'A-2']\n---\n# Title\n";
    const found = scalarsAt(readFrontMatter(text, "x.md"), "needs");
    expect(found.map(({ location }) => text.slice(location.offset, location.endOffset))).toEqual(["A-1", "'A-2'"]);
    expect(scalarsAt(readFrontMatter(text, "x.md"), "id")[0]?.content.plain).toBe("012");
  });

  it.each(["", "# Title\n", "---\nid: 1\n", "---\n\tid: 1\n---\n"])("of %j is nothing", (text) => {
    expect(scalarsAt(readFrontMatter(text, "x.md"), "id")).toEqual([]);
  });
});
