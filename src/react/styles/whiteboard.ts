/** The whiteboard's own: where its panels float, the dock of tools, swatches, the text editor. */
export const whiteboardStyles = `
.inktape-overlay {
  position: absolute; inset: 12px; z-index: 3; display: grid; gap: 8px; pointer-events: none;
  grid-template: "status pages people" auto ". . ." minmax(0, 1fr) "side dock zoom" auto / minmax(0, 1fr) auto minmax(0, 1fr);
}
.inktape-status { grid-area: status; display: flex; flex-wrap: wrap; gap: 8px; align-self: start; }
.inktape-overlay > .inktape-pages { grid-area: pages; justify-self: center; align-self: start; max-inline-size: min(480px, 46cqi); }
.inktape-overlay > .inktape-people { grid-area: people; justify-self: end; }
.inktape-overlay > .inktape-zoom { grid-area: zoom; justify-self: end; align-self: end; }
.inktape-dock { grid-area: dock; display: flex; flex-direction: column; align-items: center; gap: 8px; min-inline-size: 0; }
.inktape-tools .inktape-button { min-inline-size: 40px; min-block-size: 40px; }
.inktape-style { max-inline-size: 100%; overflow-x: auto; scrollbar-width: none; padding: 4px 8px; }
.inktape-choices { display: flex; align-items: center; gap: 2px; flex: none; }
.inktape-choices + .inktape-choices { margin-inline-start: 6px; padding-inline-start: 8px; border-inline-start: 1px solid var(--_line); }
.inktape-style .inktape-button { min-inline-size: 32px; min-block-size: 32px; padding: 0 4px; }
.inktape-swatch { inline-size: 20px; block-size: 20px; border-radius: 50%; background: var(--swatch); box-shadow: inset 0 0 0 1px var(--_edge); }
.inktape-style .inktape-button:has(.inktape-swatch)[aria-checked="true"] { background: none; }
.inktape-button[aria-checked="true"] > .inktape-swatch { box-shadow: 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent-text); }
.inktape-width { inline-size: 20px; border-radius: 10px; background: currentColor; }
.inktape-letter { font-weight: 600; line-height: 1; }
.inktape-style-toggle { display: none; }
.inktape-rec { --dot: var(--_danger); }
.inktape-text {
  position: absolute; z-index: 2; margin: 0; padding: 0; border: 0; resize: none; overflow: hidden; background: none; overflow-wrap: break-word;
  caret-color: var(--_accent-text); outline: 1px dashed var(--_accent-text); outline-offset: 4px; transform-origin: 0 0;
}
.inktape .inktape-text:focus-visible { outline: 1px dashed var(--_accent-text); outline-offset: 4px; }
@container (max-width: 860px) {
  .inktape-overlay { inset: 8px; grid-template: "status people" auto "pages zoom" auto ". ." minmax(0, 1fr) "dock dock" auto / minmax(0, 1fr) auto; }
  .inktape-overlay > .inktape-pages { max-inline-size: 100%; justify-self: start; }
  .inktape-overlay > .inktape-zoom { align-self: start; }
}
@container (max-width: 560px) {
  .inktape-dock { align-items: stretch; }
  .inktape-tools { display: grid; grid-template-columns: repeat(6, 1fr); }
  .inktape-tools .inktape-button { min-block-size: 44px; }
  .inktape-tools .inktape-divider { display: none; }
  .inktape-style-toggle { display: inline-flex; }
  .inktape-style { flex-wrap: wrap; justify-content: center; }
  .inktape-choices { flex: 0 1 auto; flex-wrap: wrap; justify-content: center; }
  .inktape-choices + .inktape-choices { margin: 0; padding: 0; border: 0; }
  .inktape-connection[data-state="online"] { padding: 0; inline-size: 36px; justify-content: center; }
  .inktape-connection[data-state="online"] > :last-child { position: absolute; clip-path: inset(50%); }
  .inktape-dock:not([data-style-open]) .inktape-style { display: none; }
  .inktape-zoom .inktape-button:is(:first-child, :nth-child(3)) { display: none; }
}
@media (pointer: coarse) { :is(.inktape-tools, .inktape-style) .inktape-button { min-inline-size: 44px; min-block-size: 44px; } }
@media (pointer: coarse) { @container (max-width: 560px) { .inktape-choices { max-inline-size: 236px; } } }
@container (max-height: 420px) { .inktape-screen[data-hint] { display: none; } }
`;
