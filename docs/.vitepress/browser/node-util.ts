/** What micromatch asks of `util`, for words of errors. */
export const inspect = (value: unknown): string => JSON.stringify(value);
export default { inspect };
