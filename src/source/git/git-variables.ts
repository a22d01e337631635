/** Variables that git, the system's loader and git's own configuration need to read a repository. In lower case. */
const passedOn = new Set(
  [
    ["PATH", "PATHEXT", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP"],
    // Which user's repositories are trusted.
    ["SUDO_UID"],
    ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DEVELOPER_DIR", "SDKROOT"],
    ["SystemRoot", "SystemDrive", "windir", "ComSpec", "USERNAME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH"],
    ["APPDATA", "LOCALAPPDATA", "ProgramData", "ALLUSERSPROFILE", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"],
    ["CommonProgramFiles", "CommonProgramFiles(x86)", "CommonProgramW6432", "MSYSTEM", "MSYS"],
    ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_ATTR_NOSYSTEM"],
    ["GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"],
    ["GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_TEST_ASSUME_DIFFERENT_OWNER"],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

const passedOnGroups = /^(?:xdg|lc)_/;

/** What makes git ask nobody, fetch nothing, lock nothing and speak English; and what keeps Windows from looking for programs in the current directory. */
const quiet = {
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
  NoDefaultCurrentDirectoryInExePath: "1",
};

/**
 * The variables that git is given, of those of this process, without any that names a repository. A list of what is passed on, and not of what is held
 * back: a workflow keeps its tokens and the inputs of an action in variables of any name.
 */
export function gitVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(([name]) => {
    const key = name.toLowerCase();
    return passedOn.has(key) || passedOnGroups.test(key);
  });
  return { ...Object.fromEntries(own), ...quiet };
}
