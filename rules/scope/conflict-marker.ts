import {
  defineRule,
  lineLocator,
  mergeConflicts,
  noOptions,
  type Claims,
  type Facts,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow unresolved merge conflicts in planning documents and units",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unresolved: {
      message: "{path} has an unresolved merge conflict{more}.",
      fact: "the conflict goes from line {start} to line {end}",
      help: "Keep the lines that hold, and remove the markers; until then the lines between them are not checked.",
    },
  },
  check({ claims, facts, settings, report }) {
    for (const path of pathsOf({ claims, facts, settings })) {
      const result = facts.paths.read(path);
      const [first, ...others] = result.ok ? mergeConflicts(result.text) : [];
      if (!result.ok || first === undefined) continue;
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      const location = lineLocator(path, result.text)(first.start + 1);
      report(
        "unresolved",
        { text: result.text.slice(location.offset, location.endOffset), identity: "conflict", location },
        { data: { path, more, start: first.start + 1, end: first.end + 1 } },
      );
    }
  },
});

/** Documents with a role, instruction files, indexes, and the files that speak for units and specs. */
function pathsOf({ claims, facts, settings }: { claims: Claims; facts: Facts; settings: Settings }): Set<string> {
  const documents = claims.of("input").flatMap(({ role, path }) => (role === "specs" ? [] : [path]));
  const indexes = claims.of("index").map(({ path }) => path);
  const units = facts.units.all.flatMap(({ path, main, tasks, statuses }) => [
    main ?? path,
    ...(tasks === undefined ? [] : [tasks.path]),
    ...statuses.map(({ location }) => location.path),
  ]);
  const specs = facts.specs.all.flatMap(({ path, files, specFile }) => [
    ...(specFile === undefined ? [] : [specFile]),
    ...(files.includes("tasks.md") ? [`${path}/tasks.md`] : []),
  ]);
  return new Set([...documents, ...settings.agents, ...indexes, ...units, ...specs]);
}
