/** True for an element that takes text, so that keys belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (element?.isContentEditable) return true;
  const name = element?.tagName?.toLowerCase();
  return name === "textarea" || name === "select" || (name === "input" && takesKeys(element as HTMLInputElement));
}

function takesKeys({ type }: HTMLInputElement): boolean {
  return !["button", "checkbox", "color", "file", "image", "radio", "reset", "submit"].includes(type);
}
