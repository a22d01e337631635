import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathFacts } from "../../src/facts/path-facts.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const paths = pathFacts(
  memorySnapshot({
    "docs/product/queue.md": "",
    "docs/product/roadmap.md": "",
    "docs/product/drafts/": "",
    "docs/manual/setup.md": "",
    "docs/manual/extra/a.md": "",
    "app/[id]/page.tsx": "",
    "src/a.test.ts": "",
    "scripts/run.sh": "",
    "README.md": "",
    "docs/gone.md": { reason: "broken", detail: "nothing" },
    "docs/away": { reason: "outside", detail: "/etc" },
    "specs/001-a/spec.md": "",
    "specs/001-a/plan.md": "",
    "specs/002-b/spec.md": "",
  }),
  "specs",
);
const from = "docs/product/queue.md";

describe("a path", () => {
  it.each([
    ["./scripts/run.sh", "scripts/run.sh"],
    ["./roadmap.md", "docs/product/roadmap.md"],
    ["roadmap.md", "docs/product/roadmap.md"],
    ["docs/product/roadmap.md", "docs/product/roadmap.md"],
    ["/README.md", "README.md"],
    ["../manual/setup.md", "docs/manual/setup.md"],
    ["docs/product/../manual/", "docs/manual"],
    ["app/[id]/page.tsx", "app/[id]/page.tsx"],
  ])("%s is %s", (target, path) => {
    expect(paths.resolve(target, from)).toMatchObject({ exists: true, path });
  });

  it.each([
    ["/roadmap.md", "a leading slash means the root"],
    ["README.md/", "it is a file"],
    ["README.md/x", "it is a file"],
    ["docs/gone.md", "the link leads to nothing"],
    ["docs/away", "the link leaves the repository"],
    ["docs/away/passwd", "the link leaves the repository"],
  ])("%s does not exist: %s", (target, _, beside = from) => {
    expect(paths.resolve(target, beside).exists).toBe(false);
  });

  it.each([
    ["../../../README.md", from],
    ["..", "README.md"],
    ["/etc/motd", from],
  ])("%s leads out of the repository, where nobody has looked", (target, beside) => {
    expect(paths.resolve(target, beside)).toEqual({
      exists: "unknown",
      reason: `“${target}” leads out of the repository`,
    });
  });

  it("says whether it is a file or a directory", () => {
    expect(paths.resolve("docs", from)).toEqual({ exists: true, path: "docs", kind: "directory" });
    expect(paths.resolve("README.md", from)).toEqual({ exists: true, path: "README.md", kind: "file" });
  });
});

describe("a pattern", () => {
  it.each([
    ["docs/product/*.md", true],
    ["docs/*/", true],
    ["docs/**", true],
    ["docs/**/*.txt", true],
    ["specs/*/spec.md", true],
    ["src/*.test.*", true],
    ["docs/{manual,product}/x", true],
    ["src/*.{ts,tsx}", true],
    ["src/?.ts", true],
    ["docs/product/*.txt", false],
    ["docs/manual/e*e*a", false],
    ["src/*/", false],
    ["nowhere/*.md", false],
    ["README.md/*", false],
    ["README.md/?", false],
    ["docs/gone*", false],
    ["src/a.test*test.ts", false],
  ])("%s finds something: %s", (target, exists) => {
    expect(paths.resolve(target, from).exists).toBe(exists);
  });

  it("in another case names the right one", () => {
    expect(paths.resolve("Docs/Product/*.md", from)).toEqual({
      exists: false,
      actual: "docs/product/*.md",
      difference: "case",
    });
  });
});

describe("a name in another Unicode form", () => {
  const names = fc.array(fc.constantFrom("é", "ü", "ñ", "が", "a", "B", "-"), { minLength: 1, maxLength: 6 });
  const paths = fc
    .array(names, { minLength: 1, maxLength: 3 })
    .map((segments) => segments.map((letters) => `n${letters.join("")}`).join("/"));

  it("is found where the system takes both for one, and named everywhere else", () => {
    fc.assert(
      fc.property(paths, fc.constantFrom("NFC", "NFD"), fc.constantFrom("NFC", "NFD"), (path, cited, listed) => {
        const files = { [path.normalize(listed)]: "" };
        const actual = path.normalize(listed);
        const target = path.normalize(cited);
        const there = { exists: true, path: actual, kind: "file" };
        expect(pathFacts(memorySnapshot(files, { foldsForms: true })).resolve(target, "a.md")).toEqual(there);
        expect(pathFacts(memorySnapshot(files)).resolve(target, "a.md")).toEqual(
          actual === target ? there : { exists: false, actual, difference: "form" },
        );
      }),
    );
  });

  it("in another case as well differs in case", () => {
    const paths = pathFacts(memorySnapshot({ ["docs/Café.md".normalize("NFD")]: "" }));
    expect(paths.resolve("docs/café.md".normalize("NFC"), "a.md")).toMatchObject({ difference: "case" });
  });
});

describe("the nearest path", () => {
  it.each([
    ["docs/product/raodmap.md", "docs/product/roadmap.md"],
    ["docs/prodct/roadmap.md", "docs/product/roadmap.md"],
    ["docs/prodct/nothing-like-it.md", "docs/product"],
    ["docs/product/setup.md", "docs/manual/setup.md"],
    ["docs/guides/setup.md", "docs/manual/setup.md"],
    ["docs/gone.mf", undefined],
    ["specs/002-b/plan.md", undefined],
    ["completely/elsewhere.md", undefined],
  ])("to %s is %s, which exists", (target, nearest) => {
    const answer = paths.resolve(target, from);
    expect(answer).toEqual(nearest === undefined ? { exists: false } : { exists: false, nearest });
    if (nearest !== undefined) expect(paths.resolve(nearest, from).exists).toBe(true);
  });

  it("is not guessed when two folders hold the name, or when there are too many to look into", () => {
    const two = pathFacts(memorySnapshot({ "a/x/setup.md": "", "a/y/setup.md": "", "a/zzzzzz/other.md": "" }));
    expect(two.resolve("a/zzzzzz/setup.md", "")).toEqual({ exists: false });
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`a/folder-${index}/other-name.md`, ""]));
    expect(pathFacts(memorySnapshot({ ...many, "a/x/setup.md": "" })).resolve("a/folder-1/setup.md", "")).toEqual({
      exists: false,
    });
  });
});

it("of megabytes is answered like any other", () => {
  const many = pathFacts(
    memorySnapshot(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`specs/folder-${index}/a`, ""]))),
  );
  for (const part of ["x/", "specs/", "*a", "*", "A", "./", "../", "{a,"]) {
    const target = `specs/folder-1/${part.repeat(1_000_000)}`;
    const answer = part === "../" ? "unknown" : ["./", "*", "{a,"].includes(part);
    expect(many.resolve(target, "queue.md").exists).toBe(answer);
  }
});

it("is not looked for where nobody works", () => {
  const asked: string[] = [];
  const snapshot = memorySnapshot({ "docs/a.md": "", "node_modules/setup.md": "", ".git/setup.md": "" });
  const watched = pathFacts({ ...snapshot, entries: (path) => (asked.push(path), snapshot.entries(path)) });
  expect(watched.resolve("docs/setup.md", "")).toEqual({ exists: false });
  expect(asked).not.toContain("node_modules");
  expect(asked).not.toContain(".git");
});

it("is read through the snapshot", () => {
  expect(paths.read("README.md")).toMatchObject({ ok: true, text: "" });
  expect(paths.read("nowhere")).toMatchObject({ ok: false, reason: "missing" });
});
