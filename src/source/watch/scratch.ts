/** Whether a name is one of what editors keep beside a file while they change it. */
export function isScratch(name: string): boolean {
  return /^\..*\.sw[px]$|~$|^4913$|^\.subl.*\.tmp$/.test(name);
}
