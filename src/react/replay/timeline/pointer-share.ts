/** Where along an element, in the direction of its lines, a point of the screen is: 0 at its beginning, 1 at its end; beyond it clamped. */
export function shareAt(element: Element, clientX: number): number {
  const { left, width } = element.getBoundingClientRect();
  const share = width > 0 ? Math.min(1, Math.max(0, (clientX - left) / width)) : 0;
  return isRightToLeft(element) ? 1 - share : share;
}

export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}
