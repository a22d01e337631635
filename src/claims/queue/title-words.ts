/** So long may be what is taken for a title without being set off as one. */
const longest = 100;

/** Whether words without any markup read like a title: short, beginning with a capital or a digit, and not a sentence. */
export function isTitleLike(words: string): boolean {
  return (
    words.length <= longest &&
    /^["“„«`*_([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words) &&
    /\p{L}/u.test(words) &&
    !isSentence(words)
  );
}

/** Whether words end as a sentence or a label does. */
export function isSentence(words: string): boolean {
  return /[.:;!?。！？：…]["”’»)\]`*_]*$/u.test(words.trimEnd());
}

/** Words without the separators and the markup that are left at their end when what follows is cut off. */
export function withoutTail(words: string): string {
  let end = words.length;
  while (end > 0 && /[\s:,;|·–—(["“`*_-]/u.test(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}
