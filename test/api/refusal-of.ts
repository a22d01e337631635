import { UsageError } from "../../src/index.ts";

/** What a call refuses, as the lines that a user reads. Throws when it refuses nothing, and hands on every other error. */
export async function refusalOf(call: () => unknown): Promise<{ message: string; place: string | undefined }> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (error.help === "") throw new Error(`no way out of “${error.message}”`, { cause: error });
    return { message: error.message, place: error.place };
  }
  throw new Error("nothing was refused");
}
