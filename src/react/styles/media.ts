/** The sound and film of a replay: how loud, the film in its corner, what is said about them. */
export const mediaStyles = `
.inktape-volume { display: flex; align-items: center; gap: 4px; }
.inktape-volume .inktape-slider { flex: none; inline-size: 72px; margin-inline: 4px 8px; }
@container (max-width: 900px) { .inktape-volume .inktape-slider { display: none; } }
.inktape-film {
  position: absolute; z-index: 2; inset-block-end: 12px; inset-inline-end: 12px; inline-size: min(26%, 260px); block-size: auto; max-block-size: 40%;
  border-radius: var(--_radius); border: 1px solid var(--_line); background: var(--_surface); box-shadow: var(--_shadow); object-fit: contain; pointer-events: none;
}
.inktape-film[hidden] { display: none; }
.inktape-media-notes { position: absolute; z-index: 4; inset-block-end: 60px; inset-inline: 12px; display: flex; justify-content: center; pointer-events: none; }
.inktape-media-notes .inktape-button { pointer-events: auto; padding-inline: 14px; gap: 8px; }
.inktape-media-notes > p { margin: 0; }
.inktape-media-notes > .inktape-button { box-shadow: var(--_shadow); }
.inktape-media-notes .inktape-badge[data-late] { animation: inktape-appear 1ms 500ms both; }
`;
