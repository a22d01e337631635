import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { userSecret } from "../../src/cache/user-secret.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

it("is made once, and readable for its user alone", () => {
  const folder = temporaryDirectory();
  const secret = userSecret({ XDG_CACHE_HOME: folder });
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(userSecret({ XDG_CACHE_HOME: folder })).toBe(secret);
  if (process.platform !== "win32") expect(statSync(join(folder, "queue-lint/key")).mode & 0o777).toBe(0o600);
});

it.skipIf(process.platform === "win32")("is none that others could read or have damaged (needs POSIX)", () => {
  const folder = temporaryDirectory();
  userSecret({ XDG_CACHE_HOME: folder });
  const file = join(folder, "queue-lint/key");
  chmodSync(file, 0o644);
  expect(userSecret({ XDG_CACHE_HOME: folder })).toBeUndefined();
  chmodSync(file, 0o600);
  writeFileSync(file, "short");
  expect(userSecret({ XDG_CACHE_HOME: folder })).toBeUndefined();
});

it("is none where it cannot be kept", () => {
  const folder = temporaryDirectory({ file: "" });
  expect(userSecret({ XDG_CACHE_HOME: join(folder, "file") })).toBeUndefined();
});
