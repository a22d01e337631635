import type { AbsenceKind } from "../../core/absence-words.ts";
import type { Claim, HeadingLinkClaim, PathClaim } from "../../core/claims/claim.ts";
import type { Document, Span } from "../../core/document.ts";
import { spanAt } from "../../documents/span-at.ts";
import { quoteAround } from "../prose/sentences.ts";
import type { Settings } from "../../core/settings.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { isAhead, wordsAbove } from "../prose/work-ahead.ts";
import { scopeOf } from "../prose/prose.ts";
import type { AbsenceReader } from "./absence.ts";
import { pathIn, placeholder, scheme } from "./path-in-code.ts";

/** Where and under what name a path is cited. */
interface Citation {
  readonly placed: AttributedInline;
  readonly document: Document;
  readonly source: PathClaim["source"];
  readonly absence: AbsenceReader;
  readonly settings: Settings;
}

/**
 * The paths of an inline: its links, and its code spans that are paths by their shape or by the field they are in. What running
 * prose says is yet to come, gone or elsewhere is not a claim.
 */
export function citedPaths(cited: Citation): Claim[] {
  const { inline } = cited.placed;
  if (inline.links.length === 0 && inline.codes.length === 0) return [];
  const links = inline.links.flatMap((link) => linkClaims({ ...cited, source: "link" }, link, link.url));
  const codes = inline.codes.flatMap((code) => {
    if (spanAt(inline.links, code.location.offset) !== undefined) return [];
    const path = pathIn(code.text, cited.source);
    if (path === undefined) return [];
    const claim = pathClaim(cited, code, path);
    return claim.source === "prose" && claim.absence !== undefined ? [] : [claim];
  });
  return [...links, ...codes];
}

function linkClaims(citation: Citation, span: Span, url: string): Claim[] {
  if (url === "" || scheme.test(url) || url.startsWith("//")) return [];
  const [before = "", fragment = ""] = splitOnce(url, "#");
  const path = decoded(splitOnce(before, "?")[0] ?? "");
  const paths = path === "" || placeholder.test(path) ? [] : [pathClaim(citation, span, path)];
  return [...paths, ...headingLinks(citation, span, { url, path, fragment })];
}

interface LinkParts {
  readonly url: string;
  readonly path: string;
  readonly fragment: string;
}

/** A fragment such as `#L12` is a line, not a heading. */
function headingLinks(
  { document, placed }: Citation,
  { text, location }: Span,
  { url, path, fragment }: LinkParts,
): HeadingLinkClaim[] {
  if (fragment === "" || /^L\d/.test(fragment)) return [];
  return [
    {
      kind: "heading-link",
      document: document.role,
      identity: `${scopeOf(placed)}/${url}`,
      text,
      location,
      quote: `[${text}](${url})`,
      target: path === "" ? document.path : beside(document.path, path),
      fragment: decoded(fragment),
    },
  ];
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
    absence: absenceOf(citation, span),
  };
}

function absenceOf(
  { document, placed, source, absence, settings }: Citation,
  { location }: Span,
): AbsenceKind | undefined {
  const isProse = source === "prose";
  if (isProse && isAhead(placed, document.role, settings)) return "planned";
  const { offset, endOffset } = location;
  const above = isProse ? wordsAbove(placed) : [];
  return absence.absenceOf({ inline: placed.inline, offset, endOffset, isProse, above });
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
