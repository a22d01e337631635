import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directoryOf, globFault, joinPath, pathFault, repositoryPath } from "../../src/config/repository-path.ts";

describe("pathFault", () => {
  it.each([
    ["../queue.md", "leaves"],
    ["docs/../../queue.md", "leaves"],
    ["docs/..", "leaves"],
    ["..", "leaves"],
    [" ../x", "leaves"],
    ["/etc/passwd", "absolute"],
    ["//server/share", "absolute"],
    ["C:/queue.md", "drive"],
    ["c:queue.md", "drive"],
    ["C:\\queue.md", "backslash"],
    ["\\\\server\\share", "backslash"],
    ["..\\queue.md", "backslash"],
    ["docs\\queue.md", "backslash"],
    ["https://example.org/q.md", "URL"],
    ["file:///etc/passwd", "URL"],
    ["~/queue.md", "home"],
    ["docs/\0.md", "control"],
    ["a\nb.md", "control"],
    ["", "names no file"],
    [".", "names no file"],
    ["./", "names no file"],
    ["  ", "names no file"],
  ])("refuses %j", (path, words) => {
    expect(pathFault(path)).toContain(words);
    expect(pathFault(path)).toContain("; ");
  });

  it.each([
    "docs/queue.md",
    "./docs/queue.md",
    "docs/a..b.md",
    "...",
    "..a/b",
    "docs/~old.md",
    "a b.md",
    ".specify/specs/",
    "docs/süß.md",
  ])("accepts %j", (path) => {
    expect(pathFault(path)).toBeUndefined();
  });

  it("lets no path through that leaves the repository once it is in normal form", () => {
    const piece = fc.constantFrom("..", ".", "/", "\\", "a", "C:", "~", " ", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pieces.join("");
        fc.pre(pathFault(path) === undefined);
        expect(repositoryPath(path)).not.toMatch(/^\/|^\.\.?(\/|$)|\/\.\.?(\/|$)|\/\/|^$|\\/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("globFault", () => {
  it.each(["../*.md", "{..,docs}/*.md", "docs/{a,..}/x.md", "!../*.md", "/etc/*", "C:\\*", "docs\\*.md", "", "!"])(
    "refuses %j",
    (glob) => {
      expect(globFault(glob)).toBeTypeOf("string");
    },
  );

  it.each([
    `docs/${"*a".repeat(15)}*b.md`,
    "docs/(a|aa)+b.md",
    "docs/(a+)+b.md",
    "docs/[ab]+[ab]+.md",
    "docs/{a,aa}+b.md",
    "@(a|b).md",
    "**/a/**/b/**/*.md",
    "*a*/*b*/c.md",
    "**/*a*/**/b.md",
    "x*{a/b,*}{c/d,*}*",
    "x*{a{b,c}/d,*}*",
    "a**b**c",
    "{a,b}".repeat(20),
    "docs/{1..1000000}.md",
    "{a,b}{a,b}{a,b}{a,b}{a,b}*x*.md",
    "x".repeat(1_001),
  ])("refuses %j, which could be tried for ever", (glob) => {
    expect(globFault(glob)).toMatch(/; (?:write|a glob knows)/);
  });

  it.each([
    "**/*.md",
    "!docs/old/**",
    "docs/{a,b}/*.md",
    "./AGENTS.md",
    "docs/[a-z]*.md",
    "docs/*-agent-*.md",
    "**/docs/**/*.md",
    ".github/skills/**/SKILL.md",
    "*/*/*.md",
    "docs/????-*.md",
    "c++/*.md",
    ".cursor/rules/*.{md,mdc}",
    "docs/{agents/*,prompts}.md",
    "{a,b,c}/{d,e,f}/{g,h}/*.md",
  ])("accepts %j", (glob) => {
    expect(globFault(glob)).toBeUndefined();
  });
});

it("takes paths apart and together", () => {
  expect(repositoryPath("./docs//product/./x.md/")).toBe("docs/product/x.md");
  expect([directoryOf("docs/a/b.md"), directoryOf("b.md")]).toEqual(["docs/a", ""]);
  expect([joinPath("docs", "b.md"), joinPath("", "b.md")]).toEqual(["docs/b.md", "b.md"]);
});
