import type { PathClaim } from "../../core/claims/claim.ts";

export const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Parts that show that a path is a pattern for the reader, not one path: `specs/NNN-slug`, `<slug>`, `…`. */
export const placeholder = /[<>$|"\s]|\.{3}|…|N{3}|#{2}|X{3}|\d[Xx]{2,}(?![A-Za-z\d])|YYYY|MM-DD|%\w+%/;
/** `N-011..N-012`, `main..dev`: a range of names. */
const range = /[^/.]\.\.|\.\.[^/.]/;
/** `C:\maps`, `~/src/lab`: a place on somebody's machine. */
const ofMachine = /^~|^[A-Za-z]:[\\/]|^\\\\/;
/** `example.org/docs/a.md`: an address without its scheme. */
const address = /^(?:[\w-]+\.)+(?:com|org|net|io|dev|app|ai|co|eu|de|fr|uk|jp|cn|br|es|pt)\/|^localhost\b/i;
const windows = /^(?:\.{1,2}\\)?[\w.@-]+(?:\\[\w.@-]+)+\\?$/;
/** Endings of files. A bare name with another one is taken for a member of something: `Tile.draw`. */
const extension =
  /\.(?:md|mdx|markdown|rst|adoc|txt|text|tex|pdf|csv|tsv|json|json5|jsonc|jsonl|ndjson|ya?ml|toml|ini|cfg|conf|env|lock|xml|xsd|xsl|html?|s?css|sass|less|styl|svg|png|jpe?g|gif|webp|ico|[cm]?[jt]sx?|vue|svelte|astro|py|pyi|ipynb|rb|erb|rake|php|phtml|java|kts?|gradle|groovy|scala|clj[sc]?|cs|csproj|fs|fsx|sln|vb|go|mod|sum|rs|c|h|cc|cpp|cxx|hh|hpp|m|mm|swift|dart|lua|zig|nim|ex|exs|erl|hs|elm|ml|mli|jl|r|rmd|pl|pm|sh|bash|zsh|fish|ps1|psm1|bat|cmd|sql|prisma|graphql|gql|proto|avsc|tf|tfvars|hcl|nix|dockerfile|mk|cmake|wasm|wat|sol|gd|tscn|tres|godot|xaml|razor|cshtml|ejs|hbs|pug|jinja2?|j2|tmpl|tpl|snap|feature|puml|mmd|drawio|plist|entitlements|mjml|po|pot|resx|properties|bicep|rego|cue)$/i;

/** The path that a code span holds, without a line suffix or fragment and with forward slashes; undefined when it is not a path of the repository. */
export function pathIn(code: string, source: PathClaim["source"]): string | undefined {
  const written = (code.trim().split("#", 1)[0] ?? "").replace(/:\d+(?:[-:]\d+)?$/, "");
  const path = windows.test(written) ? written.replaceAll("\\", "/") : written;
  return !isForeign(path) && !isShape(path) && looksLikePath(path, source) ? path : undefined;
}

/** A glob that climbs, and a brace, are shapes for the reader: which files they mean depends on who expands them. */
function isShape(path: string): boolean {
  return /[(){}=;,\\]/.test(path) || (path.includes("..") && /[*?[]/.test(path)) || range.test(path);
}

function looksLikePath(path: string, source: PathClaim["source"]): boolean {
  if (!path.includes("/")) return source !== "prose" && isFileName(path);
  if (/^(?:\/\/|@)/.test(path)) return false;
  return source === "anchor" || /(?:\.[A-Za-z][A-Za-z0-9]{0,9}|\/)$/.test(path);
}

function isForeign(path: string): boolean {
  return path === "" || placeholder.test(path) || ofMachine.test(path) || scheme.test(path) || address.test(path);
}

function isFileName(name: string): boolean {
  return /^[\w.@*-]+$/.test(name) && extension.test(name);
}
