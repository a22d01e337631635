import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.ts";
import { configFilesIn, findConfig, onlyListed } from "../../src/source/find-config.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const find = (root: string, config?: string) => findConfig({ root, cwd: root, config });

/** The error that a question ends in. */
function refusal(ask: () => unknown): UsageError {
  try {
    ask();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("findConfig", () => {
  it.each([
    ["queue-lint.config.json", "json"],
    ["queue-lint.config.jsonc", "jsonc"],
    ["queue-lint.config.yaml", "yaml"],
    ["queue-lint.config.yml", "yaml"],
  ])("finds %s", (name, format) => {
    expect(find(temporaryDirectory({ [name]: "{}\r\n", "package.json": "{}" }))).toEqual({
      path: name,
      text: "{}\r\n",
      format,
    });
  });

  it("finds the key of package.json, also behind a byte-order mark", () => {
    expect(find(temporaryDirectory({ "package.json": '\uFEFF{"queue-lint": {}}' }))).toMatchObject({
      path: "package.json",
      format: "package",
    });
  });

  it("takes a package.json that cannot be parsed for a configuration only when it has the key", () => {
    expect(find(temporaryDirectory({ "package.json": '{"devDependencies": {"queue-lint": "1"}, }' }))).toBeUndefined();
    expect(find(temporaryDirectory({ "package.json": '{"queue-lint": {}, }' }))).toMatchObject({ format: "package" });
  });

  it("finds nothing where there is none", () => {
    expect(
      find(
        temporaryDirectory({
          "package.json": '{"devDependencies": {"queue-lint": "1"}}',
          "sub/queue-lint.config.json": "{}",
        }),
      ),
    ).toBeUndefined();
    expect(find(temporaryDirectory({ "package.json": "[]" }))).toBeUndefined();
    expect(find(temporaryDirectory({ "package.json": "null" }))).toBeUndefined();
  });

  it("counts on a disk that folds case only by the name that the directory lists", () => {
    const folding = (name: string) =>
      name.toLowerCase() === "queue-lint.config.json"
        ? ({ ok: true, text: "{}", id: "1" } as const)
        : ({ ok: false, reason: "missing", detail: "there is no such file" } as const);
    expect(configFilesIn(onlyListed(folding, () => new Set(["Queue-Lint.config.json"])))).toEqual([]);
    expect(configFilesIn(onlyListed(folding, () => new Set(["queue-lint.config.json"])))).toEqual([
      "queue-lint.config.json",
    ]);
    expect(refusal(() => find(temporaryDirectory({ "Queue-Lint.config.json": "{}" }))).message).toBe(
      "The configuration has its name in another case: Queue-Lint.config.json.",
    );
  });

  it("refuses two and names both", () => {
    const two = refusal(() =>
      find(temporaryDirectory({ "queue-lint.config.json": "{}", "queue-lint.config.yml": "" })),
    );
    expect(two.message).toBe("There are two configurations: queue-lint.config.json and queue-lint.config.yml.");
    const key = refusal(() =>
      find(temporaryDirectory({ "queue-lint.config.json": "{}", "package.json": '{"queue-lint": {}}' })),
    );
    expect(key.message).toContain("queue-lint.config.json and package.json");
  });

  it("takes the named one although there are two", () => {
    const root = temporaryDirectory({ "queue-lint.config.json": "{}", "queue-lint.config.yml": "preset: strict" });
    expect(find(root, "./queue-lint.config.yml")).toEqual({
      path: "./queue-lint.config.yml",
      text: "preset: strict",
      format: "yaml",
    });
  });

  it("takes a named one relative to the working directory, or absolute", () => {
    const root = temporaryDirectory({ "ci/strict.jsonc": "{}" });
    expect(findConfig({ root, cwd: join(root, "ci"), config: "strict.jsonc" })).toMatchObject({ format: "jsonc" });
    expect(find(root, join(root, "ci/strict.jsonc"))).toMatchObject({ format: "jsonc" });
  });

  it.each([
    ["nowhere.json", "does not exist"],
    ["folder", "it is a directory"],
    ["wide.json", "not UTF-8"],
    ["notes.txt", "format"],
    ["", "empty"],
    ["package.json", "no key “queue-lint”"],
    ["a\0b.json", "cannot be read"],
  ])("refuses %j", (config, words) => {
    const root = temporaryDirectory({
      "folder/": "",
      "wide.json": Uint8Array.of(0xff, 0xfe),
      "notes.txt": "",
      "package.json": "{}",
    });
    const error = refusal(() => find(root, config));
    expect(error.message).toContain(words);
    expect(error.help).not.toBe("");
    expect(error.place ?? "").toBe(config);
  });

  it.skipIf(process.platform === "win32")(
    "refuses one that a link leads out of the repository, and takes it when the user names it (needs POSIX)",
    () => {
      const away = temporaryDirectory({ "secret.yaml": "token: abc\n" });
      const root = temporaryDirectory({ "shared/queue-lint.yaml": "preset: strict\n" });
      symlinkSync(join(away, "secret.yaml"), join(root, "queue-lint.config.yaml"));
      expect(() => find(root)).toThrow(
        new UsageError(
          "The configuration cannot be read: it is a symbolic link that leaves the repository.",
          "Keep it in the repository, or name the file with --config.",
          "queue-lint.config.yaml",
        ),
      );
      expect(findConfig({ root, cwd: root, config: "queue-lint.config.yaml" })).toMatchObject({ text: "token: abc\n" });
      symlinkSync("shared/queue-lint.yaml", join(root, "queue-lint.config.yml"));
      expect(findConfig({ root, cwd: root, config: "queue-lint.config.yml" })).toMatchObject({
        text: "preset: strict\n",
      });
      const inside = temporaryDirectory({ "shared/queue-lint.yaml": "preset: strict\n" });
      symlinkSync("shared/queue-lint.yaml", join(inside, "queue-lint.config.yaml"));
      expect(find(inside)).toMatchObject({ text: "preset: strict\n" });
    },
  );

  it("refuses a conventional name that is a directory", () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, "queue-lint.config.json"));
    expect(refusal(() => find(root)).message).toContain("it is a directory");
  });
});
