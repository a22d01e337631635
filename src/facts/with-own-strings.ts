/**
 * A copy of plain data whose strings are their own. A string that was cut out of a text keeps the whole text in memory for as long as it lives, and there
 * is one text for each spec.
 */
export function withOwnStrings<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
