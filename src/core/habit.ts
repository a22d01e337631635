/**
 * A field that a repository may not keep up: Spec Kit writes `Status: Draft`, and none of its commands ever changes it.
 * Findings of one rule about one field are alike; where they are many, they are one finding.
 */
export interface Habit {
  /** Name of the field: "status", "tasks". */
  readonly field: string;
  /** How many settled units state the field, those included that contradict it. */
  readonly settled: number;
}
