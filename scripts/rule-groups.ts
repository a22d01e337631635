/** The question that each group of rules answers. A group that is not named here is shown without one. */
export const groupQuestions: Readonly<Record<string, string>> = {
  scope: "is the audit looking at anything?",
  promotion: "does “promoted” point at something real?",
  active: "is the active queue really open work?",
  autoprep: "can an automatic picker take only what it may?",
  reference: "does every pointer resolve?",
  status: "do the documents agree on how far a thing is?",
  roadmap: "do the sibling documents tell the same story?",
  history: "was anything lost or rewritten?",
  review: "is the review date honest?",
  dependency: "is the order possible?",
  unit: "does a unit of planning agree with itself?",
  index: "does the list agree with what it lists?",
  suppression: "do exceptions stay honest?",
};

/** Groups in the order of the questions, then unknown ones by name. */
export function compareGroups(one: string, other: string): number {
  const names = Object.keys(groupQuestions);
  const rank = (group: string) => (names.includes(group) ? names.indexOf(group) : names.length);
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
