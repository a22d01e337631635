/** Keys of the configuration that have a new name, by the one that they had before. Both are accepted. */
export const formerKeys = { staging: "inbox", ladder: "statuses" } as const;
/** The same for the keys of `columns`. */
export const formerColumns = { posture: "reportedRole" } as const;

/** What is wrong when an object gives a key under both of its names, with the former one; undefined when it does not. */
export function doubledKey(
  value: object,
  former: Readonly<Record<string, string>>,
): { readonly key: string; readonly message: string } | undefined {
  const pair = Object.entries(former).find((names) => names.every((name) => Object.hasOwn(value, name)));
  return pair && { key: pair[0], message: `“${pair[0]}” is the former name of “${pair[1]}”; keep one of the two` };
}
