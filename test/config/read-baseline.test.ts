import { describe, expect, it } from "vitest";
import { readBaseline } from "../../src/config/read-baseline.ts";
import { formatBaseline } from "../../src/engine/format-baseline.ts";
import { memorySnapshot, type MemoryFile } from "../memory-snapshot.ts";
import { usageErrorOf } from "./usage-error-of.ts";

const read = (file: MemoryFile) => readBaseline(memorySnapshot({ "b.json": file }), "b.json");
const found = (text: string): string => `{ "version": 1, "findings": ${text} }`;

describe("a baseline", () => {
  it("is read as it is written, with the place of every entry", () => {
    const counts = new Map([
      ["a/a:q.md:x", 2],
      ['a/a:q.md:[y]("z")', 1],
      ["a/b:q.md:{{{{", 3],
    ]);
    const text = formatBaseline(counts);
    const { entries, path } = read(text);
    expect(path).toBe("b.json");
    expect(new Map(entries.map((entry) => [entry.fingerprint, entry.count]))).toEqual(counts);
    for (const { location, fingerprint } of entries) {
      expect(text.slice(location.offset, location.endOffset)).toBe(JSON.stringify(fingerprint));
      expect(text.split("\n")[location.line - 1]!.slice(location.column - 1, location.endColumn - 1)).toBe(
        JSON.stringify(fingerprint),
      );
    }
  });

  it("may be empty, of one line, with CRLF or a byte-order mark", () => {
    expect(read(found("{}")).entries).toEqual([]);
    const marked = `\uFEFF${found('{ "a/a:q.md:x": 1 }')}`;
    expect(read(marked).entries[0]?.location).toMatchObject({
      line: 1,
      column: marked.indexOf('"a/a') + 1,
      offset: marked.indexOf('"a/a'),
    });
    expect(
      read(
        formatBaseline(
          new Map([
            ["x", 1],
            ["y", 1],
          ]),
        ).replaceAll("\n", "\r\n"),
      ).entries.map(({ location }) => `${location.line}:${location.column}`),
    ).toEqual(["4:5", "5:5"]);
  });

  it("takes any fingerprint for a name, and nothing more", () => {
    expect(
      read(
        formatBaseline(
          new Map([
            ["__proto__", 2],
            ["constructor", 1],
          ]),
        ),
      ).entries.map((entry) => [entry.fingerprint, entry.count]),
    ).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
    ]);
  });

  it("of many entries is read in one pass", () => {
    const counts = new Map(
      Array.from({ length: 20_000 }, (_, index) => [`a/a:q.md:entry ${String(index).padStart(5, "0")}`, 1] as const),
    );
    const { entries } = read(formatBaseline(counts));
    expect(entries).toHaveLength(20_000);
    expect(entries.at(-1)?.location.line).toBe(20_003);
  });
});

describe("a baseline is refused with its place, the reason and a way out", () => {
  it.each([
    ["empty", "", "b.json:1:1", /cannot be used/],
    ["no JSON", "a/a:q.md:x 1\n", "b.json:1:1", /JSON does not know/],
    ["cut off", '{\n  "version": 1,\n  "findings": {\n', "b.json:4:1", /expected/],
    ["a comment", `// old\n${found("{}")}`, "b.json:1:1", /no comments/],
    ["a list", "[]", "b.json:1:1", /expected an object, got a list/],
    ["null", "null", "b.json:1:1", /expected an object, got nothing/],
    ["no version", '{ "findings": {} }', "b.json:1:1", /version/],
    [
      "a version of the future",
      '{ "version": 2, "findings": {} }',
      "b.json:1:14",
      /version 2, and this queue-lint reads version 1/,
    ],
    ["a version that is none", '{ "version": "1", "findings": {} }', "b.json:1:14", /version/],
    ["no findings", '{ "version": 1 }', "b.json:1:1", /findings/],
    ["a list of findings", '{ "version": 1, "findings": ["x"] }', "b.json:1:29", /expected an object, got a list/],
    [
      "another key",
      '{ "version": 1, "findings": {}, "finding": {} }',
      "b.json:1:33",
      /unknown key “finding”; did you mean “findings”/,
    ],
    ["a negative count", found('{ "x": -1 }'), "b.json:1:36", /`-1` is not allowed/],
    ["a count of zero", found('{ "x": 0 }'), "b.json:1:36", /`0` is not allowed/],
    ["half a finding", found('{ "x": 1.5 }'), "b.json:1:36", /`1.5`/],
    [
      "a count in words",
      found('{ "x": "1" }'),
      "b.json:1:36",
      /expected a whole number, got “1”|expected a number, got “1”/,
    ],
    ["one fingerprint twice", found('{ "x": 1, "x": 2 }'), "b.json:1:39", /written twice/],
    [
      "a merge conflict",
      '{\n  "version": 1,\n  "findings": {\n<<<<<<< HEAD\n    "x": 1\n=======\n    "y": 1\n>>>>>>> other\n  }\n}\n',
      "b.json:4:1",
      /merge conflict/,
    ],
    [
      "a merge conflict with CRLF",
      "{\r\n<<<<<<< HEAD\r\n=======\r\n>>>>>>> other\r\n}\r\n",
      "b.json:2:1",
      /merge conflict/,
    ],
    ["deep nesting", `${"[".repeat(100_000)}`, "b.json:1:1", /nested too deeply/],
  ])("%s", (...[, text, place, message]) => {
    const error = usageErrorOf(() => read(text));
    expect(error.message).toMatch(message);
    expect(error.place).toBe(place);
    expect(error.help).toContain("queue-lint baseline");
  });

  it.each([
    ["a directory", { reason: "directory", detail: "it is a directory" }, /it is a directory/],
    ["another encoding", { reason: "encoding", detail: "it is not UTF-8" }, /it is not UTF-8/],
    ["a link out of the repository", { reason: "outside", detail: "it leaves" }, /it leaves/],
    ["a broken link", { reason: "broken", detail: "it leads nowhere" }, /it leads nowhere/],
  ] as const)("%s", (_, file, message) => {
    expect(usageErrorOf(() => read(file)).message).toMatch(message);
  });

  it("that is not there", () => {
    const error = usageErrorOf(() => readBaseline(memorySnapshot({}), "b.json"));
    expect([error.message, error.place, error.help].join(" ")).toMatch(
      /does not exist\. b\.json Write it with “queue-lint baseline”/,
    );
  });
});
