/**
 * Index of the last item for which `holds` is true, -1 when it is true for none. It must be true for the first items and
 * false for the rest; about log₂ n items are looked at.
 */
export function lastIndexWhere<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
