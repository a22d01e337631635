import { describe, expect, it } from "vitest";
import { deviceKind } from "../../src/cli/device-name.ts";
import { renameFile, type RenameSystem } from "../../src/cli/rename-file.ts";

/** A system on which a rename fails so many times; it writes down how long it was waited for. */
function failing(times: number, code: string, platform: NodeJS.Platform = "win32") {
  const waits: number[] = [];
  let calls = 0;
  const system: RenameSystem = {
    platform,
    rename: () => {
      calls += 1;
      return calls > times ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
    },
    wait: (time) => {
      waits.push(time);
      return Promise.resolve();
    },
  };
  return { system, waits, calls: () => calls };
}

describe("a rename over a file that another program holds", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("is tried again on Windows after %s", async (code) => {
    const { system, calls, waits } = failing(3, code);
    await renameFile("a", "b", system);
    expect(calls()).toBe(4);
    expect(waits).toEqual([10, 20, 40]);
  });

  it("is given up after a second, in words about another program", async () => {
    const { system, waits } = failing(Infinity, "EBUSY");
    await expect(renameFile("a", "b", system)).rejects.toMatchObject({
      code: "EBUSY",
      message: "another program has the file open, or it is read-only",
    });
    expect(waits.reduce((sum, time) => sum + time, 0)).toBe(1000);
  });

  it("is not tried again for another reason, nor elsewhere", async () => {
    const full = failing(Infinity, "ENOSPC");
    await expect(renameFile("a", "b", full.system)).rejects.toMatchObject({ message: "ENOSPC" });
    const linux = failing(Infinity, "EACCES", "linux");
    await expect(renameFile("a", "b", linux.system)).rejects.toMatchObject({ message: "EACCES" });
    expect([full.calls(), linux.calls()]).toEqual([1, 1]);
  });
});

describe("a name that Windows keeps for a device", () => {
  it.each([
    ["NUL", "stream"],
    ["out\\nul", "stream"],
    ["CON", "stream"],
    ["nul.json", "device"],
    ["reports/com1.html", "device"],
    ["LPT9 ", "device"],
    ["null.json", "file"],
    ["console.html", "file"],
    ["docs\\auxiliary.md", "file"],
  ])("%s is a %s", (path, kind) => {
    expect(deviceKind(path, "win32")).toBe(kind);
    expect(deviceKind(path, "linux")).toBe("file");
  });
});
