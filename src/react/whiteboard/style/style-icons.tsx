import type { ReactNode } from "react";

/** A picture of 24 by 24 in the kit's stroke, for what the icon set has nothing. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      {children}
    </svg>
  );
}

/** A line as a dash draws it. */
export function DashIcon({ dash }: { readonly dash: string }) {
  const pattern: Readonly<Record<string, string>> = { dashed: "5 4.5", dotted: "0.1 4.6" };
  return (
    <Icon>
      <path d="M3 12h18" strokeWidth="2.5" strokeDasharray={pattern[dash]} />
    </Icon>
  );
}

const ROUGH = [
  "M3 12h18",
  "M3 13.5c3-3 5-3.4 8-1.6s6 1.4 10-1.4",
  "M3 11c3 4 4-5 7-1s4 6 6 1 3-1 5 1M4 16c5-3 9 2 16-1",
];

/** A line as a roughness draws it: with a ruler, by hand, in a hurry. */
export function RoughnessIcon({ roughness }: { readonly roughness: number }) {
  return (
    <Icon>
      <path d={ROUGH[roughness] ?? ROUGH[1]} strokeLinejoin="round" />
    </Icon>
  );
}

/** A line through points, with corners of a kind. */
export function CornersIcon({ corners }: { readonly corners: string }) {
  return (
    <Icon>
      <path
        d={corners === "sharp" ? "M3 17 9 7l6 10 6-10" : "M3 17C5 11 7 7 9 7s4 10 6 10 4-4 6-10"}
        strokeLinejoin="round"
      />
    </Icon>
  );
}

/** A square as a fill fills it. */
export function FillIcon({ fill }: { readonly fill: string }) {
  return (
    <Icon>
      {fill === "solid" && <rect x="4" y="4" width="16" height="16" rx="2.5" fill="currentColor" opacity="0.35" />}
      {fill === "hachure" && <path d="M5 12 12 5M5 19 19 5M12 19l7-7" strokeWidth="1.6" />}
      <rect x="4" y="4" width="16" height="16" rx="2.5" strokeDasharray={fill === "none" ? "2.4 3.6" : undefined} />
    </Icon>
  );
}

const HEADS: Readonly<Record<string, ReactNode>> = {
  arrow: <path d="m14 6 6 6-6 6M3 12h17" strokeLinejoin="round" />,
  triangle: <path d="M3 12h9m0-5 8 5-8 5z" fill="currentColor" strokeLinejoin="round" />,
  dot: (
    <>
      <path d="M3 12h11" />
      <circle cx="17" cy="12" r="3.4" fill="currentColor" />
    </>
  ),
  bar: <path d="M3 12h16M19 6v12" />,
  none: <path d="M3 12h18" />,
};

/** The end of a line with a head; the start of one is its mirror image. */
export function HeadIcon({ head, isStart }: { readonly head: string; readonly isStart: boolean }) {
  return (
    <Icon>
      <g {...(isStart && { transform: "matrix(-1 0 0 1 24 0)" })}>{HEADS[head] ?? HEADS.none}</g>
    </Icon>
  );
}
