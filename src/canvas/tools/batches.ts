/** The list in parts of at most so many. */
export function inBatches<T>(list: readonly T[], length: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );
}
