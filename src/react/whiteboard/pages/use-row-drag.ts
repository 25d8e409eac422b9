import { type HTMLAttributes, type PointerEvent, type RefObject, useState } from "react";

/** What makes a row of a list one that can be dragged by its grip. */
export interface RowDrag {
  readonly row: Record<`data-${string}`, string | undefined>;
  readonly grip: HTMLAttributes<HTMLElement>;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** Rows of a list that are put in another order by dragging; while one is, `data-drop` shows where it would go. */
export function useRowDrag(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const placeAt = (y: number): number => {
    const middles = [...(list.current?.children ?? [])].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    return middles.filter((middle) => middle < y).length;
  };
  const of = (index: number): RowDrag => {
    const drop = (event: PointerEvent) => {
      if (!drag) return;
      setDrag(null);
      // The row itself leaves its place, so that places behind it are one less.
      const gap = placeAt(event.clientY);
      const to = gap > drag.from ? gap - 1 : gap;
      if (to !== drag.from) onMove(drag.from, to);
    };
    return {
      row: {
        "data-dragged": drag?.from === index ? "" : undefined,
        "data-drop": drag && drag.to !== drag.from && drag.to !== drag.from + 1 ? sideOf(index, drag.to) : undefined,
      },
      grip: {
        onPointerDown: (event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: index, to: index });
        },
        onPointerMove: (event) => drag && setDrag({ ...drag, to: placeAt(event.clientY) }),
        onPointerUp: drop,
        onPointerCancel: () => setDrag(null),
      },
    };
  };
  return { of };
}

/** Which edge of a row is the gap that a dragged one would go to. */
function sideOf(index: number, gap: number): string | undefined {
  if (index === gap) return "before";
  return index === gap - 1 ? "after" : undefined;
}
