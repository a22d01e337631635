import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** Style sheets of the page in the order in which they apply. */
const styles = ["page.css", "narrow-and-print.css"];

/**
 * The source of src/reporters/html/page-assets.ts: style and script of the HTML report as strings, with the hashes that its policy names.
 * They are made here, because a reporter has neither files nor cryptography, and because tests and the bundle must embed the same bytes.
 */
export async function pageAssets(root: string): Promise<string> {
  const folder = join(root, "src/page");
  const style = styles.map((name) => compact(readFileSync(join(folder, name), "utf8"))).join("");
  return [
    "// Generated from src/page by scripts/generate.ts: do not edit, run “npm run generate”.",
    "",
    "/** Text of an inline element, and its hash as a Content-Security-Policy names it. */",
    "interface PageAsset {",
    "  readonly text: string;",
    "  readonly hash: string;",
    "}",
    "",
    asset("pageStyle", style),
    "",
    asset("pageScript", await bundled(join(folder, "main.ts"))),
    "",
  ].join("\n");
}

function asset(name: string, text: string): string {
  // Nothing in it may end the element that holds it.
  if (/<\/|<!--/.test(text)) throw new Error(`${name} holds “</” or “<!--”, which would end or change its element.`);
  const hash = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  return `export const ${name}: PageAsset = {\n  text: ${JSON.stringify(text)},\n  hash: "${hash}",\n};`;
}

/** Without comments and indentation. Whether a space means something in between is left to the author. */
function compact(css: string): string {
  const lines = css
    .replaceAll(/\/\*[^*]*\*\//g, "")
    .split("\n")
    .map((line) => line.trim());
  return lines
    .join("")
    .replaceAll(/ ?([{};]) ?/g, "$1")
    .replaceAll(";}", "}");
}

/** The script and what it imports as one piece that leaves no name behind. */
async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({ input, platform: "browser", tsconfig: false });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  return output[0].code.trim();
}
