/** What both components share: the frame, panels, buttons, pages, zoom, people, notices. */
export const baseStyles = `
.inktape {
  position: relative; isolation: isolate; container-type: size; overflow: hidden; overflow: clip;
  inline-size: 100%; block-size: 100%; min-block-size: 240px;
  font: 400 14px/1.4 var(--_font); color: var(--_text); text-align: start; letter-spacing: normal;
  -webkit-tap-highlight-color: transparent;
}
.inktape *, .inktape *::before, .inktape *::after { box-sizing: border-box; }
.inktape-canvas { position: absolute; inset: 0; outline: none; touch-action: none; user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; }
.inktape-canvas[data-ring]::after {
  content: ""; position: absolute; inset: 0; pointer-events: none; z-index: 1; outline: 2px solid var(--_accent-text); outline-offset: -2px;
}
.inktape-panel {
  display: flex; align-items: center; gap: 2px; padding: 4px; pointer-events: auto;
  background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
}
.inktape-divider { inline-size: 1px; align-self: stretch; margin: 6px 4px; background: var(--_line); flex: none; }

.inktape-button {
  position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none;
  min-inline-size: 36px; min-block-size: 36px; margin: 0; padding: 0 8px;
  font: inherit; font-weight: 500; line-height: 1; color: var(--_text); white-space: nowrap; text-transform: none;
  background: none; border: 0; border-radius: calc(var(--_radius) - 4px); cursor: pointer; touch-action: manipulation;
  transition: background-color 120ms, color 120ms;
}
.inktape-button svg { display: block; flex: none; inline-size: 19px; block-size: 19px; }
.inktape-button[aria-pressed="true"], .inktape-button[aria-checked="true"], .inktape-button[aria-current="page"] {
  background: var(--_accent); color: var(--_on-accent);
}
.inktape-button[data-soft][aria-pressed="true"], .inktape-button[data-soft][aria-checked="true"], .inktape-button[data-soft][aria-current="page"] {
  background: var(--_accent-soft); color: var(--_accent-text);
}
.inktape-button[aria-disabled="true"] { color: var(--_edge); cursor: default; }
.inktape-button[data-primary] { background: var(--_accent); color: var(--_on-accent); padding: 0 14px; }
.inktape :where(button, input, select, textarea, [tabindex]):focus-visible { outline: 2px solid var(--_accent-text); outline-offset: 2px; }
.inktape-button:focus-visible { z-index: 1; }
.inktape-canvas.inktape-canvas:focus-visible { outline: none; }
@media (hover: hover) {
  .inktape-button:hover:not([aria-disabled="true"], [aria-pressed="true"], [aria-checked="true"], [aria-current="page"], [data-primary]) { background: var(--_hover); }
}
@media (pointer: coarse) { .inktape-button { min-inline-size: 44px; min-block-size: 44px; } }

.inktape-tip {
  position: absolute; z-index: 9; left: 0; top: 0; max-inline-size: min(280px, calc(100% - 16px)); padding: 6px 9px; border-radius: 8px; pointer-events: none;
  font-size: 12px; font-weight: 500; line-height: 1.25; background: var(--_text); color: var(--_surface); animation: inktape-fade 100ms;
}
@keyframes inktape-fade { from { opacity: 0; } }

.inktape-select { position: relative; display: inline-flex; align-items: center; }
.inktape-select select {
  appearance: none; min-block-size: 36px; margin: 0; padding: 0 26px 0 10px; padding-inline: 10px 26px; max-inline-size: 180px;
  font: inherit; font-weight: 500; color: inherit; background: none; border: 0; border-radius: calc(var(--_radius) - 4px);
  text-overflow: ellipsis; cursor: pointer; field-sizing: content;
}
.inktape-select option { background: var(--_surface); color: var(--_text); }
.inktape-select svg { position: absolute; inset-inline-end: 7px; inline-size: 15px; block-size: 15px; pointer-events: none; color: var(--_muted); }
@media (hover: hover) { .inktape-select select:hover { background: var(--_hover); } }
@media (pointer: coarse) { .inktape-select select { min-block-size: 44px; } }

.inktape-pages { max-inline-size: 100%; overflow: hidden; }
.inktape-pages-list { display: flex; gap: 2px; min-inline-size: 0; overflow-x: auto; scrollbar-width: none; border-radius: calc(var(--_radius) - 4px); }
.inktape-pages-list .inktape-button { max-inline-size: 160px; overflow: hidden; text-overflow: ellipsis; outline-offset: -2px; padding: 0 12px; }
.inktape-pages-list .inktape-button span { overflow: hidden; text-overflow: ellipsis; line-height: 1.3; }
.inktape-zoom-value { min-inline-size: 58px; font-variant-numeric: tabular-nums; }

.inktape-people { display: flex; flex: none; list-style: none; margin: 0; padding: 0; pointer-events: auto; }
.inktape-person {
  display: grid; place-items: center; inline-size: 36px; block-size: 36px; border-radius: 50%;
  font-size: 12px; font-weight: 650; letter-spacing: 0.02em; user-select: none;
  background: var(--person, var(--_edge)); color: var(--on-person, #fff); border: 2px solid var(--_surface); box-shadow: var(--_shadow);
}
.inktape-people li { margin-inline-start: -5px; }
.inktape-people li:first-child { margin-inline-start: 0; }
.inktape-person-button { display: block; margin: 0; padding: 0; border: 0; border-radius: 50%; background: none; font: inherit; cursor: pointer; touch-action: manipulation; pointer-events: auto; }
.inktape-person-button:is(:hover, :focus-visible) { position: relative; z-index: 1; }
.inktape-person-button[aria-pressed="true"] { box-shadow: 0 0 0 2px var(--_accent-text); }
.inktape-person[data-more] { background: var(--_hover); color: var(--_text); }

.inktape-badge {
  display: inline-flex; align-items: center; gap: 8px; min-block-size: 36px; max-inline-size: 100%; padding: 4px 12px; pointer-events: auto;
  font-weight: 500; line-height: 1.25; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
}
.inktape-badge svg { inline-size: 17px; block-size: 17px; flex: none; color: var(--_muted); }
.inktape-badge small { display: block; font-size: 12px; font-weight: 400; color: var(--_muted); }
.inktape-badge[data-tone="warn"] { background: var(--_warn-soft); border-color: transparent; }
.inktape-badge[data-tone="warn"] :is(svg, small) { color: var(--_warn); }
.inktape-badge .inktape-button { margin-inline-end: -8px; color: var(--_accent-text); }
.inktape-dot { inline-size: 9px; block-size: 9px; border-radius: 50%; flex: none; background: var(--dot, var(--_muted)); }

.inktape-screen {
  position: absolute; inset: 0; z-index: 2; display: grid; place-content: center; justify-items: center; gap: 10px; padding: 24px; text-align: center; pointer-events: none;
}
.inktape-screen > * { max-inline-size: 44ch; margin: 0; }
.inktape-screen svg { inline-size: 30px; block-size: 30px; color: var(--_muted); stroke-width: 1.6; }
.inktape-screen h2 { font-size: 17px; font-weight: 600; line-height: 1.3; color: var(--_text); }
.inktape-screen p { color: var(--_muted); text-wrap: balance; }
.inktape-screen .inktape-button { pointer-events: auto; margin-block-start: 6px; }
.inktape-screen .inktape-button svg { inline-size: 18px; block-size: 18px; color: inherit; }
.inktape-screen[data-veil] { background: color-mix(in srgb, var(--_surface) 86%, transparent); pointer-events: auto; }
.inktape-screen[data-late] { animation: inktape-appear 1ms 500ms both; }
@keyframes inktape-appear { from { visibility: hidden; } }
.inktape-spinner { inline-size: 28px; block-size: 28px; border: 3px solid var(--_line); border-block-start-color: var(--_accent-text); border-radius: 50%; animation: inktape-turn 0.9s linear infinite; }
@keyframes inktape-turn { to { rotate: 1turn; } }
.inktape-hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) {
  .inktape *, .inktape *::after { transition: none !important; }
  .inktape :is(.inktape-menu, .inktape-popover, .inktape-dialog, .inktape-veil, .inktape-note, .inktape-tip) { animation: none; }
  .inktape-screen[data-late] { animation: inktape-appear 1ms 500ms both; }
  .inktape-spinner { animation-duration: 3s; }
}
@media (forced-colors: active) {
  .inktape-button:is([aria-pressed="true"], [aria-checked="true"], [aria-current="page"]) { outline: 2px solid Highlight; outline-offset: -2px; }
}
`;
