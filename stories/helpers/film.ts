const FRAMES = 12;

let made: Promise<Blob> | null = null;

/** A short WebM film of a face, made by the browser once. */
export function film(): Promise<Blob> {
  return (made ??= record());
}

async function record(): Promise<Blob> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [320, 180];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: "video/webm" });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const over = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    draw(pen, frame / FRAMES);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  recorder.stop();
  await over;
  return new Blob(parts, { type: "video/webm" });
}

function draw(pen: CanvasRenderingContext2D, share: number): void {
  pen.fillStyle = "#37506b";
  pen.fillRect(0, 0, 320, 180);
  pen.fillStyle = "#e8c9a8";
  pen.beginPath();
  pen.arc(160, 95, 52, 0, 7);
  pen.fill();
  pen.fillStyle = "#222";
  for (const x of [142, 178]) pen.fillRect(x - 4, 84, 8, 8);
  pen.fillRect(140, 112, 40, 4 + 10 * share);
}
