/** Whether a text names a field by one of its labels of several words, wherever that is: in a table, a comment, a footer. */
export function mentionsLabel(text: string, labels: readonly string[]): boolean {
  const words = text.toLowerCase().replace(/[\s_*-]+/g, " ");
  return labels.some((label) => label.includes(" ") && words.includes(label));
}
