/** Expansions of braces beyond these are an attack on memory, not a pattern: `{a,b}{a,b}{a,b}…`. Where wildcards go back as well, there may be fewer. */
const mostExpansions = { plain: 1000, wild: 30 };
const longestGlob = 1000;

/**
 * Why a glob could take for ever to be matched, or expanded, with the way out; undefined when it cannot. Libraries make regular expressions of globs: a second wildcard of a segment, and a second `**`, each make
 * the work grow by another power of the length of a path, and parentheses and a “+” after brackets or braces go into the expression as they are.
 */
export function globExcess(glob: string): string | undefined {
  const bare = glob.replace(/^!/, "");
  if (bare.length > longestGlob) return `it has more than ${longestGlob} characters; write more than one glob`;
  if (/[()]|[\]}]\+/.test(bare))
    return "it holds parentheses, or a “+” after a bracket or a brace; a glob knows *, **, ?, […] and {…,…}";
  const more = wildcardsTooMany(bare);
  if (more > 1)
    return "it holds too many wildcards; write one ** and one * in each folder or file name, and one more in one place";
  const expansions = expansionsOf(bare);
  return expansions > (more > 0 ? mostExpansions.wild : mostExpansions.plain)
    ? "its braces stand for too many globs; write * in place of some of them"
    : undefined;
}

/** How many `*` are not the first of their segment, and how many `**` are not the first of the glob. */
function wildcardsTooMany(glob: string): number {
  // A slash inside of braces may put wildcards of two segments into one.
  const segments = hasSlashInBraces(glob) ? [glob.replaceAll("/", "")] : glob.split("/");
  const stars = segments.filter((segment) => segment !== "**").map((segment) => segment.split("*").length - 1);
  const anyDepth = segments.filter((segment) => segment === "**").length;
  return [anyDepth, ...stars].reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}

function hasSlashInBraces(glob: string): boolean {
  let depth = 0;
  return [...glob].some((character) => {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    return character === "/" && depth > 0;
  });
}

/** An upper bound for the number of globs that braces expand to. */
function expansionsOf(glob: string): number {
  let product = 1;
  for (const group of glob.split("{").slice(1))
    product *= group.includes("..") ? rangeLength(group) : group.split(",").length;
  return product;
}

/** How many words a range stands for, at least 100: `1..9}`, `a..z}`. */
function rangeLength(group: string): number {
  const [, from = "", to = ""] = /^([^.,{}]+)\.\.([^.,{}]+)/.exec(group) ?? [];
  const distance =
    /^-?\d+$/.test(from) && /^-?\d+$/.test(to) ? Number(to) - Number(from) : to.charCodeAt(0) - from.charCodeAt(0);
  return Math.max(100, Math.abs(distance) + 1 || 0, group.split(",").length);
}
