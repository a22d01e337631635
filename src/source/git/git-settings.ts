/** Nothing of the linted repository runs: no hook, no monitor of the file system; and nothing is locked, fetched or asked for. */
const quiet = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "diff.external="];

/**
 * What people set for their own eyes changes no answer: these are git's own defaults for everything that decides which files a command lists, in which order and
 * in which words. Arguments that name an option do not need them; they are stated all the same, so that there is one place to look.
 */
const neutral = [
  "core.quotePath=false",
  "core.abbrev=auto",
  "color.ui=false",
  "color.diff=false",
  "i18n.logOutputEncoding=UTF-8",
  "log.showRoot=true",
  "log.diffMerges=first-parent",
  "log.follow=false",
  "log.mailmap=true",
  "log.abbrevCommit=false",
  "diff.orderFile=/dev/null",
  "diff.relative=false",
  "diff.renames=true",
  "diff.renameLimit=1000",
  "diff.ignoreSubmodules=none",
];

/** Settings for every question to git, which win over those of the repository and of the user. */
export const gitSettings: readonly string[] = [...quiet, ...neutral].flatMap((setting) => ["-c", setting]);

/** `.gitmodules` may hide a submodule from every comparison, and no setting wins over it: this argument of the commands that compare does. */
export const everySubmodule = "--ignore-submodules=none";
