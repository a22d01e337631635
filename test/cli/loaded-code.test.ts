import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { program } from "./program.ts";

const queue = "# Spec candidates\n\n## Active\n\n- **Seat maps**: halls are drawn by hand\n";
/** Prints each file that the program loads, as the name of its chunk without the hash. */
const trace = `
const { prototype } = require("node:module");
const { _compile } = prototype;
prototype._compile = function (code, file) {
  process.stderr.write(file + "\\n");
  return _compile.call(this, code, file);
};
`;

/** The chunks that an audit of a repository with these files loads, by name. What is compiled is kept nowhere, so that all of it is compiled. */
function chunksFor(files: Readonly<Record<string, string>>): string[] {
  const folder = temporaryDirectory({ ...prefixed("repository", files), "trace.cjs": trace });
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--require", join(folder, "trace.cjs"), program(), "--root", join(folder, "repository"), "--no-cache"],
    { encoding: "utf8", env: { ...process.env, CI: "1" } },
  );
  expect(status, stderr).toBe(0);
  return stderr
    .trim()
    .split("\n")
    .map((file) => basename(file).replace(/(?:-[\w-]{8})?\.cjs$/, ""));
}

function prefixed(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

const onDemand = ["yaml", "toml", "jsonc", "widths", "globs", "ignore", "mcp", "language-server"];

it("is the parser of no data where a repository holds plain Markdown", () => {
  const loaded = chunksFor({ "docs/product/spec-candidates.md": queue });
  expect(loaded).toContain("shared");
  expect(loaded.filter((name) => onDemand.includes(name))).toEqual([]);
});

it.each([
  ["yaml", { "queue-lint.config.yaml": "preset: recommended\n" }],
  ["jsonc", { "queue-lint.config.jsonc": '{ "preset": "recommended" } // as it comes\n' }],
  ["yaml", { "docs/product/spec-candidates.md": `---\nkind: queue\n---\n\n${queue}` }],
])("is %s where a file is written in it, and no other parser", (name, files) => {
  const loaded = chunksFor({ "docs/product/spec-candidates.md": queue, ...files });
  expect(loaded.filter((one) => onDemand.includes(one))).toEqual([name]);
});
