/** Calls every function, in order. One that throws does not keep the others from being called; its error is thrown at the end. */
export function callAll(functions: readonly (() => void)[]): void {
  const errors: unknown[] = [];
  for (const each of functions) {
    try {
      each();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, "Several listeners failed.");
}
