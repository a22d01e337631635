import type { Claim, PathClaim } from "../../core/claims/claim.ts";
import type { Document, Inline, Span } from "../../core/document.ts";
import { spanAt } from "../../documents/span-at.ts";
import { quoteAround } from "../prose/sentences.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { scopeOf } from "../prose/prose.ts";

/** Where and under what name a path is cited. */
interface Citation {
  readonly placed: AttributedInline;
  readonly document: Document;
  readonly source: PathClaim["source"];
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Parts that show that a path is a pattern for the reader, not one path: `specs/NNN-slug`, `<slug>`, `…`. */
const placeholder = /[<>$|"\s]|\.{3}|…|N{3}|#{2}|X{3}|YYYY/;

/** The paths of an inline: its links, and its code spans that are paths by their shape or by the field they stand in. */
export function citedPaths(document: Document, placed: AttributedInline, source: PathClaim["source"]): Claim[] {
  if (placed.inline.links.length === 0 && placed.inline.codes.length === 0) return [];
  const links = placed.inline.links.flatMap((link) => linkClaims({ document, placed, source: "link" }, link, link.url));
  const codes = placed.inline.codes.flatMap((code) => {
    if (spanAt(placed.inline.links, code.location.offset) !== undefined) return [];
    const path = pathIn(code.text, source);
    return path === undefined ? [] : [pathClaim({ document, placed, source }, code, path)];
  });
  return [...links, ...codes];
}

function linkClaims(citation: Citation, span: Span, url: string): Claim[] {
  if (url === "" || scheme.test(url) || url.startsWith("//")) return [];
  const [before = "", fragment = ""] = splitOnce(url, "#");
  const path = decoded(before.split("?", 1)[0] ?? "");
  const claims: Claim[] = path === "" || placeholder.test(path) ? [] : [pathClaim(citation, span, path)];
  if (fragment !== "" && !/^L\d/.test(fragment)) {
    claims.push({
      kind: "heading-link",
      document: citation.document.role,
      identity: `${scopeOf(citation.placed)}/${url}`,
      text: span.text,
      location: span.location,
      quote: `[${span.text}](${url})`,
      target: path === "" ? citation.document.path : beside(citation.document.path, path),
      fragment: decoded(fragment),
    });
  }
  return claims;
}

function pathClaim(citation: Citation, span: Span, path: string): PathClaim {
  const { document, placed, source } = citation;
  const start = span.location.offset - placed.inline.location.offset;
  const quote =
    source === "anchor"
      ? span.text
      : quoteAround(placed.inline, start, span.location.endOffset - placed.inline.location.offset);
  return {
    kind: "path",
    document: document.role,
    identity: `${scopeOf(placed)}/${path}`,
    text: span.text,
    location: span.location,
    quote,
    target: path,
    source,
    entry: placed.entry?.key,
  };
}

/** The path that a code span holds, without a line suffix or fragment; undefined when it is no path. */
export function pathIn(code: string, source: PathClaim["source"]): string | undefined {
  const path = (code.trim().split("#", 1)[0] ?? "").replace(/:\d+(?:[-:]\d+)?$/, "");
  if (path === "" || placeholder.test(path) || scheme.test(path) || /[()=;,]/.test(path)) return undefined;
  const named = /^[\w.@*{}-]+\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(path);
  if (source !== "prose" && named) return path;
  if (!path.includes("/") || path.startsWith("//") || path.startsWith("@")) return undefined;
  return source === "anchor" || /\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(path) || path.endsWith("/") ? path : undefined;
}

/** Whether the words around a path say that it is yet to be written, so that its absence is no contradiction. */
export function isProspective(inline: Inline, offset: number): boolean {
  const before = inline.text.slice(Math.max(0, offset - inline.location.offset - 120), offset - inline.location.offset);
  const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("; ")) + 1);
  return /\b(?:add|adds|adding|create|creates|creating|introduce|introduces|new|write|writes|will|would|should|could|propose[sd]?|generate[sd]?|future|planned|rename|move|delete[sd]?|remove[sd]?|former|formerly|no|not|without|missing|e\.g\.|example|like)\b/i.test(
    clause,
  );
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path relative to the folder of a document, from the root; `..` that leaves the root stays in front. */
function beside(document: string, path: string): string {
  if (path.startsWith("/")) return path.slice(1);
  const parts = document.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
