import fc from "fast-check";
import { checkAudit } from "./check-audit.ts";
import { fuzzTarget, type FuzzTarget } from "./fuzz-target.ts";
import { hostileText } from "./hostile-text.ts";
import { mutate, mutations } from "./mutate-text.ts";
import { reduceFiles } from "./reduce-files.ts";
import { seedRepositories, type Files } from "./seed-repositories.ts";

interface DocumentTarget {
  readonly description: string;
  /** Whether a file of a seed is one that is changed. */
  readonly changes: (path: string) => boolean;
  /** The lines that such a file is made of. */
  readonly line: fc.Arbitrary<string>;
}

/** A repository of the fixtures before and after changes to one kind of document. */
interface Case {
  readonly before: Files;
  readonly after: Files;
}

/** A target that changes documents of the fixtures, or writes them anew from their grammar, and compares them with what they were. */
export function documentTarget({ description, changes, line }: DocumentTarget): FuzzTarget {
  const seeds = seedRepositories().filter((files) => Object.keys(files).some(changes));
  const change = mutations(line);
  const written = fc
    .array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: hostileText }), { maxLength: 30 })
    .map((lines) => lines.join("\n"));
  const input: fc.Arbitrary<Case> = fc.nat(seeds.length - 1).chain((index) => {
    const before = seeds[index] ?? {};
    const paths = Object.keys(before).filter(changes);
    const texts = paths.map((path) =>
      fc.oneof(
        { weight: 4, arbitrary: change.map((list) => mutate(before[path] ?? "", list)) },
        { weight: 1, arbitrary: written },
      ),
    );
    return fc.tuple(...texts).map((all) => ({
      before,
      after: { ...before, ...Object.fromEntries(paths.map((path, at) => [path, all[at] ?? ""])) },
    }));
  });
  return fuzzTarget({
    description,
    input,
    check: ({ before, after }) => {
      checkAudit(after, before);
    },
    reduce: ({ before, after }, fails) => {
      const alone = fails({ before: {}, after }) ? {} : before;
      const least = reduceFiles(after, (smaller) => fails({ before: alone, after: smaller }));
      return { before: reduceFiles(alone, (smaller) => fails({ before: smaller, after: least })), after: least };
    },
  });
}
