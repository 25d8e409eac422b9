import type { ReplayMessages } from "../../replay-messages.js";

export const SPANISH_REPLAY: ReplayMessages = {
  stepBack: "Un cambio atrás",
  stepForward: "Un cambio adelante",
  loop: "Repetir",
  key: {
    play: "Reproducir o pausar",
    skip: "5 segundos atrás o adelante",
    skipFar: "10 segundos atrás o adelante",
    step: "Un cambio atrás o adelante",
    go: "Ir a una décima parte del total",
    ends: "Ir al inicio o al final",
    markers: "Marca anterior o siguiente",
    zoomTimeline: "Ampliar o reducir la línea de tiempo",
    clip: "Empezar o terminar un fragmento aquí",
    rate: "Más lento o más rápido",
    loop: "Repetir",
    mute: "Activar o silenciar el sonido",
    fullScreen: "Pantalla completa",
    fit: "Seguir el dibujo",
    sheet: "Mostrar estas teclas",
  },
};
