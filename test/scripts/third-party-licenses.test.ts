import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { licenseNotices } from "../../scripts/third-party-licenses.ts";

const work = mkdtempSync(join(tmpdir(), "queue-lint-licences-"));

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function made(name: string, manifest: object, files: Readonly<Record<string, string>>): string {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.2.3", ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe("licenseNotices", () => {
  it("quotes the licence and the notice", () => {
    const folder = made(
      "plain",
      { license: "Apache-2.0" },
      { "LICENSE.md": "Take it.\n", NOTICE: "By Ada.\n", "README.md": "# Licence\nelsewhere" },
    );
    expect(licenseNotices([folder])).toBe("plain 1.2.3 (Apache-2.0)\n\nTake it.\n\nBy Ada.\n");
  });

  it("takes the words of the README when there is no licence file", () => {
    const folder = made(
      "old",
      { licenses: [{ type: "MIT" }] },
      { "Readme.md": "Usage\n=====\n\nLicense\n=======\n\nCopyright Ada\n" },
    );
    expect(licenseNotices([folder])).toBe("old 1.2.3 (MIT)\n\nLicense\n=======\n\nCopyright Ada\n");
  });

  it("says the words that licences share once, and who holds the copyright for each", () => {
    const words = (who: string, ending = "\n"): string =>
      ["MIT License", "", `Copyright (c) 2019 ${who}`, "", "Do as you like,", "without warranty."].join(ending);
    const folders = [
      made("second", { license: "MIT" }, { LICENSE: words("Grace") }),
      made("first", { license: "MIT" }, { LICENSE: words("Ada", "\r\n") }),
      made("third", { license: "ISC" }, { LICENSE: "Copyright (c) Joan\n\nDo as you like." }),
    ];
    const [shared, other] = licenseNotices(folders).split(`\n${"-".repeat(72)}\n\n`);
    expect(shared).toBe(
      "first 1.2.3 (MIT)\nCopyright (c) 2019 Ada\n\nsecond 1.2.3 (MIT)\nCopyright (c) 2019 Grace\n\nMIT License\n\nDo as you like,\nwithout warranty.\n",
    );
    expect(other).toBe("third 1.2.3 (ISC)\nCopyright (c) Joan\n\nDo as you like.\n");
  });

  it("refuses a package that does not state its licence", () => {
    expect(() => licenseNotices([made("unnamed", {}, { LICENSE: "Take it." })])).toThrow("unnamed 1.2.3");
    expect(() => licenseNotices([made("wordless", { license: "MIT" }, {})])).toThrow("wordless 1.2.3");
  });
});
