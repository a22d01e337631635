import type { Runner } from "../../github/runner.ts";
import type { RenderOptions } from "../../reporters/reporter.ts";

/** How a report is worded and linked where it is published: places lead to the files of the commit that was audited, if the runner says on which page they are. */
export function publishedOptions({
  filesUrl,
  pullRequest,
}: Pick<Runner, "filesUrl" | "pullRequest">): Pick<RenderOptions, "placeUrl" | "changeName"> {
  const changeName = pullRequest === undefined ? {} : { changeName: "pull request" };
  if (filesUrl === undefined) return changeName;
  return {
    ...changeName,
    placeUrl: (path, line) => `${filesUrl}/${path.split("/").map(encoded).join("/")}#L${line}`,
  };
}

/** What is left as it is by `encodeURIComponent` and means something in Markdown is encoded, too. */
function encoded(segment: string): string {
  // Half a surrogate pair, which no address can hold.
  const whole = segment.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(whole).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
