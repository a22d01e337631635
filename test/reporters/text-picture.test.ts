import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { samplePicture } from "../../scripts/readme-sample.ts";
import { pictureText } from "../../scripts/terminal-picture.ts";
import { rules } from "../../rules/index.ts";

const root = join(import.meta.dirname, "../..");
const words = (text: string): string => text.replaceAll(/\s+/g, " ");
const wide = pictureText(samplePicture(root, rules, 400));

describe.each([80, 120])("the text report at %i columns", (columns) => {
  const picture = samplePicture(root, rules, columns);
  const lines = pictureText(picture).split("\n");

  it("fits, with the later lines of a part below its words", () => {
    // The counts are two lines in every terminal, so that they can be found.
    const parts = lines.slice(
      0,
      lines.findIndex((line) => /^\d+ errors/.test(line)),
    );
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter((line) => stringWidth(line) > columns)).toEqual([]);
    expect(parts.filter((line) => /^ {3,}/.test(line) && !/^ {9}\S/.test(line))).toEqual([]);
    expect(words(lines.join("\n"))).toBe(words(wide));
  });

  it("is drawn inside of its picture, claim and truth in their colours", () => {
    const width = Number(/ width="(\d+)"/.exec(picture)?.[1]);
    const ends = [...picture.matchAll(/<tspan x="([\d.]+)" textLength="([\d.]+)"/g)].map(
      ([, x, length]) => Number(x) + Number(length),
    );
    const shown = ends.slice(0, ends.length - 4);
    expect(shown.length).toBeGreaterThan(30);
    expect(Math.max(...shown)).toBeLessThan(width);
    expect(picture).toMatch(/fill="#ff8f85">Seat maps -&#62; Spec 014/);
    expect(picture).toMatch(/fill="#7ed491">Spec 014 is specs\/014-seat-maps/);
  });
});
