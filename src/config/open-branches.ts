const token = /\\.|\[(?:\\.|[^\]\\])*\]?|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\{\d+(?:,\d*)?\}|[^\\[(]/gs;

interface Group {
  alternatives: number;
  /** Alternatives that need not begin with a character. */
  open: number;
  /** Branches of the groups inside, and word boundaries. */
  inside: number;
}

/**
 * In how many places a regular expression of JavaScript may go on in two ways without having read a character: alternatives that may match nothing, and word
 * boundaries; thrice as many in a group that is repeated, which V8 writes out up to three times. Compiling takes time in proportion to two to the power of that, and is
 * never interrupted. The expression is a valid one without flags. Alternatives that only may be open are counted, too.
 */
export function openBranches(pattern: string): number {
  const tokens = pattern.match(token) ?? [];
  const groups: Group[] = [{ alternatives: 1, open: 0, inside: 0 }];
  let isBeginning = true;
  tokens.forEach((text, index) => {
    const group = groups.at(-1) as Group;
    if (/^\\b$/i.test(text)) group.inside += 1;
    if (isBeginning && !isNeeded(text, tokens[index + 1])) group.open += 1;
    isBeginning = text === "|" || text.startsWith("(");
    if (text === "|") group.alternatives += 1;
    else if (text.startsWith("(")) groups.push({ alternatives: 1, open: 0, inside: 0 });
    else if (text === ")" && groups.length > 1) {
      groups.pop();
      (groups.at(-1) as Group).inside += branches(group) * (isRepeat(tokens[index + 1]) ? 3 : 1);
    }
  });
  const [whole] = groups as [Group];
  return branches({ ...whole, open: whole.open + Number(isBeginning) });
}

function branches({ alternatives, open, inside }: Group): number {
  return inside + (alternatives > 1 && open > 1 ? open - 1 : 0);
}

/** Whether what begins an alternative is a character that must be there. */
function isNeeded(text: string, next = ""): boolean {
  return !/^(?:[|()^$]|\\[bB1-9k])/.test(text) && !/^(?:[*?]|\{0)/.test(next);
}

function isRepeat(quantifier = ""): boolean {
  return /^[*+{]/.test(quantifier);
}
