import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { useFocusBack } from "./use-focus-back.js";

export interface ToolbarProps {
  readonly label: string;
  readonly className?: string;
  /** A row, unless its controls lie in several rows: then arrows up and down move in it as well. */
  readonly orientation?: "horizontal" | "both";
  /** False for one that lies in a panel already. */
  readonly isPanel?: boolean;
  readonly children: ReactNode;
}

/**
 * A row of controls that is one stop of the tab key; arrows, Home and End move inside it
 * (WAI-ARIA Authoring Practices, toolbar pattern). When it goes with the focus in it, the board has the focus.
 */
export function Toolbar({ label, className, orientation = "horizontal", isPanel = true, children }: ToolbarProps) {
  const root = useRef<HTMLDivElement>(null);
  // After every render: a control may have come or gone, and one of them must be the stop.
  useLayoutEffect(() => {
    if (root.current) keepOneStop(controlsOf(root.current));
  });
  useFocusBack(root);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const controls = controlsOf(event.currentTarget);
    const index = controls.findIndex((control) => control === document.activeElement);
    const step = stepOf(event.key, orientation, isRightToLeft(event.currentTarget));
    const target = targetOf(event.key, index, controls.length, step);
    const control = target === null ? undefined : controls[target];
    if (!control || index < 0) return;
    event.preventDefault();
    event.stopPropagation();
    control.focus();
  };
  return (
    <div
      ref={root}
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation === "horizontal" ? orientation : undefined}
      className={[isPanel && "inktape-panel", className].filter(Boolean).join(" ")}
      onKeyDown={move}
      onFocus={(event) => keepOneStop(controlsOf(event.currentTarget), event.target)}
    >
      {children}
    </div>
  );
}

function controlsOf(root: HTMLElement): HTMLElement[] {
  const controls = [...root.querySelectorAll<HTMLElement>("button, select")];
  return controls.filter((control) => control.offsetParent !== null);
}

function keepOneStop(controls: readonly HTMLElement[], wanted?: Element): void {
  const stop =
    controls.find((control) => control === wanted) ??
    controls.find((control) => control.tabIndex === 0 && control === document.activeElement) ??
    controls.find((control) =>
      control.matches('[aria-pressed="true"], [aria-checked="true"], [aria-current="page"]'),
    ) ??
    controls.find((control) => control.getAttribute("aria-disabled") === null) ??
    controls[0];
  for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
}

function stepOf(key: string, orientation: "horizontal" | "both", isRtl: boolean): 1 | -1 | null {
  if (key === (isRtl ? "ArrowLeft" : "ArrowRight")) return 1;
  if (key === (isRtl ? "ArrowRight" : "ArrowLeft")) return -1;
  if (orientation === "horizontal") return null;
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : null;
}

function targetOf(key: string, index: number, count: number, step: 1 | -1 | null): number | null {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return step === null ? null : (index + step + count) % count;
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}
