/** A replay over a live board, and making a new one of a moment. */
export const pastStyles = `
.inktape-rewind { position: absolute; inset: 0; z-index: 20; display: grid; grid-template-rows: auto minmax(0, 1fr); background: var(--_surface); }
.inktape-rewind > .inktape { min-block-size: 0; }
.inktape-rewind-bar { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 6px 12px; border-block-end: 1px solid var(--_line); }
.inktape-rewind-bar p { margin: 0; min-inline-size: 0; line-height: 1.35; }
.inktape-rewind-bar strong { font-weight: 600; }
.inktape-rewind-bar span { color: var(--_muted); }
.inktape-fork { display: grid; gap: 8px; inline-size: min(300px, 100cqi - 40px); padding: 6px; }
.inktape-fork p { margin: 0; line-height: 1.4; color: var(--_muted); }
.inktape-fork label { font-weight: 500; }
.inktape-fork input { min-block-size: 40px; padding-inline: 10px; font: inherit; color: inherit; background: var(--_surface); border: 1px solid var(--_edge); border-radius: 8px; }
.inktape-fork input[aria-invalid="true"] { border-color: var(--_danger); }
.inktape-fork .inktape-fork-trouble { color: var(--_danger); }
.inktape-fork .inktape-fork-trouble:empty { display: none; }
.inktape-fork > .inktape-button { justify-self: end; }
@container (max-width: 480px) { .inktape-rewind-bar { padding-inline: 8px; } .inktape-rewind-bar span { display: none; } }
@media (pointer: coarse) { .inktape-fork input { min-block-size: 44px; } }
`;
