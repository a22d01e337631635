/** What a run says to the shell. */
export const exitCode = {
  /** Nothing at error level. */
  ok: 0,
  /** Error findings, or more warnings than allowed. */
  findings: 1,
  /** Usage, configuration or internal failure. */
  failure: 2,
  /** `next` has nothing that may be picked. */
  nothing: 3,
  /** `guard` refuses. */
  refused: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
