import { Script } from "node:vm";
import { UsageError } from "../core/errors.ts";
import type { PatternMatcher } from "../core/spec-name.ts";

/** In milliseconds. A sound pattern takes microseconds for a name; the second limit is for a machine that is busy with something else. */
const patience = { allTexts: 200, oneText: 500, altogether: 5000 };

const wayOut =
  "Let each repeat end with a character that it does not hold, such as [a-z0-9]+ before a hyphen, and repeat no group that may begin again in its middle, such as (?:[a-z]+)*.";

/**
 * Matches by regular expressions that users wrote, which may take for ever on some texts: Node ends them. `place` is the file with the pattern, for the
 * message.
 */
export function matchInTime(place?: string): PatternMatcher {
  return (pattern, texts) => {
    const groupsOf = (some: readonly string[], limit: number) => timedGroups({ pattern, texts: some, place }, limit);
    const all = groupsOf(texts, patience.allTexts);
    if (all !== undefined) return all;
    const start = performance.now();
    return texts.map((text) => {
      const groups = groupsOf([text], patience.oneText);
      if (groups === undefined || performance.now() - start > patience.altogether) throw tooSlow(text, place);
      return groups[0];
    });
  };
}

interface Question {
  readonly pattern: string;
  readonly texts: readonly string[];
  readonly place: string | undefined;
}

/** The named groups of each match; undefined when the time is over. */
function timedGroups({ pattern, texts, place }: Question, timeout: number): ReturnType<PatternMatcher> | undefined {
  // Both are literals of the script: what they say is never run.
  const [source, all] = [JSON.stringify(pattern), JSON.stringify(texts)];
  try {
    const script = new Script(
      `((pattern, texts) => texts.map((text) => pattern.exec(text)?.groups))(new RegExp(${source}), ${all})`,
    );
    return script.runInThisContext({ timeout }) as ReturnType<PatternMatcher>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw new UsageError(
      `The pattern of the spec directories (specs.pattern) cannot be used: ${(error as Error).message}.`,
      wayOut,
      place,
    );
  }
}

function tooSlow(text: string, place: string | undefined): UsageError {
  return new UsageError(
    `The pattern of the spec directories (specs.pattern) takes too long for the name “${text}”.`,
    wayOut,
    place,
  );
}
