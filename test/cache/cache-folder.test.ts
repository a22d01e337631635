import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder, type CacheSystem } from "../../src/cache/cache-folder.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const repository = (): string => {
  const root = temporaryDirectory();
  mkdirSync(join(root, ".git"));
  return root;
};
const system = (platform: NodeJS.Platform, home?: string): CacheSystem => ({
  platform,
  homeOfUser: () => {
    if (home === undefined) throw new Error("uv_os_get_passwd returned ENOENT");
    return home;
  },
});

describe("the cache folder", () => {
  it.each<{
    readonly title: string;
    readonly platform?: NodeJS.Platform;
    readonly environment: Readonly<Record<string, string>>;
    readonly home?: string;
    readonly folder?: string;
  }>([
    { title: "that XDG_CACHE_HOME names", environment: { XDG_CACHE_HOME: "/c", HOME: "/h" }, folder: "/c/queue-lint" },
    { title: "of the home", environment: { HOME: "/h" }, home: "/p", folder: "/h/.cache/queue-lint" },
    { title: "of macOS", platform: "darwin", environment: { HOME: "/h" }, folder: "/h/Library/Caches/queue-lint" },
    {
      title: "of Windows",
      platform: "win32",
      environment: { LOCALAPPDATA: "/l", USERPROFILE: "/h" },
      folder: "/l/queue-lint",
    },
    {
      title: "of Windows without LOCALAPPDATA",
      platform: "win32",
      environment: { USERPROFILE: "/h" },
      folder: "/h/AppData/Local/queue-lint",
    },
    { title: "of the list of users", environment: {}, home: "/p", folder: "/p/.cache/queue-lint" },
    { title: "is never the empty HOME", environment: { HOME: "" }, home: "/p", folder: "/p/.cache/queue-lint" },
    { title: "is never a relative one", environment: { XDG_CACHE_HOME: "cache", HOME: "." } },
    { title: "is none for a user that nobody knows", environment: {} },
  ])("$title", ({ platform = "linux", environment, home, folder }) => {
    expect(cacheFolder(repository(), environment, system(platform, home))).toBe(
      folder === undefined ? undefined : join(folder),
    );
  });

  it("is below node_modules where there is one", () => {
    const root = repository();
    mkdirSync(join(root, "node_modules"));
    expect(cacheFolder(root, { HOME: "/h" }, system("linux"))).toBe(join(root, "node_modules/.cache/queue-lint"));
  });
});
