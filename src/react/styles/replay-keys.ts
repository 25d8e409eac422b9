/** The sheet of keys of a replay: several keys do much the same there. */
export const replayKeyStyles = `
.inktape-sheet-parts kbd + kbd { margin-inline-start: 4px; }
`;
