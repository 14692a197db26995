export interface Fault {
  /** `line 12` or a JSON pointer. */
  path: string;
  message: string;
}

/** The file is not what it says it is, or is beyond the limits: nothing of it is taken. The first fault is the reason. */
export class ImportRefused extends Error {
  constructor(readonly faults: readonly [Fault, ...Fault[]]) {
    super(`${faults[0].path}: ${faults[0].message}`);
    this.name = 'ImportRefused';
  }
}

export function refuse(path: string, message: string, more: readonly Fault[] = []): never {
  throw new ImportRefused([{ path, message }, ...more]);
}
