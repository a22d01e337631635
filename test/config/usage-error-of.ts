import { UsageError } from "../../src/core/errors.ts";

/** The `UsageError` in which a call ends; any other end fails the test. */
export function usageErrorOf(call: () => unknown): UsageError {
  try {
    call();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
