import { z } from "zod";
import { doubledKey } from "./former-keys.ts";

/** A string for which `fault` finds nothing to complain about. */
export function faultless(fault: (text: string) => string | undefined) {
  return z.string().superRefine((text, context) => {
    const found = fault(text);
    if (found !== undefined)
      context.addIssue({ code: "custom", message: `“${text}” cannot be used: ${found}`, input: text });
  });
}

/** A key has one value, under one name. */
export function refuseFormer(former: Readonly<Record<string, string>>) {
  return (value: object, context: z.RefinementCtx): void => {
    const found = doubledKey(value, former);
    if (found !== undefined) context.addIssue({ code: "custom", path: [found.key], message: found.message });
  };
}
