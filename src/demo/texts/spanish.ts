import type { Phrases } from './phrases.js';

export const SPANISH_PHRASES: Phrases = {
  tracks: {
    knowledge: [
      'Los ejemplos vienen de colecciones pequeñas con presupuestos aún menores, y los métodos viajan bien.',
      'Hablamos de quién guarda los registros, quién puede corregirlos y qué pasa cuando se jubila la última persona que los cuida.',
    ],
    cities: [
      'Todo lo que se muestra se probó en una calle de verdad, con vecinos que podían decir que no.',
      'Los costes y los errores son parte del relato: lo barato de construir, lo caro de mantener y lo que se retiró sin ruido.',
    ],
    water: [
      'Las medidas se muestran con sus dudas, y con la gente que las tomó con cualquier tiempo.',
      'Los ríos cruzan más fronteras que nuestras ciudades; la última parte trata de compartir datos y avisos.',
    ],
    languages: [
      'Hay varias lenguas en la sala y nadie tiene que hablar la más grande.',
      'Hablamos de consentimiento, de reconocimiento y de lo que una comunidad prefiere guardar para sí.',
    ],
    access: [
      'Lo que se presenta se hizo con quienes lo usan, y se pagó como trabajo.',
      'Se oirá qué ayudó, qué era solo adorno y qué pequeño cambio importó más.',
    ],
    repair: [
      'Se desmonta sobre la mesa y bajo una cámara: desde lejos se ve tanto como en la primera fila.',
      'Las listas de piezas, los planos y los fracasos se comparten después con licencia libre.',
    ],
    sky: [
      'No hacen falta matemáticas, solo paciencia y un abrigo.',
      'Se habla de los dos hemisferios: lo que aquí está en lo alto queda en otra ciudad bajo el horizonte.',
    ],
    sound: [
      'Hay mucho que escuchar; las grabaciones se describen para quienes no las oyen.',
      'La parte técnica es corta y práctica, con equipos al alcance de una asociación.',
    ],
  },
  kinds: {
    keynote: 'La conferencia se sigue en todas las ciudades; las preguntas llegan por turnos de las salas y de las casas.',
    panel: 'Cinco minutos por persona y después palabra abierta, con una moderación que cuida el reloj.',
    talk: 'Un tercio del tiempo es para preguntas.',
    statement: 'Una declaración breve, sin debate; después se puede conversar en la sala.',
    performance: 'Las puertas quedan abiertas: se puede entrar y salir.',
    workshop: 'Las plazas dependen de las mesas; a distancia, la lista de materiales se envía antes.',
    other: 'Sin inscripción y por el tiempo que se quiera.',
  },
  breaks: [
    ['Comida en común', 'Mesas largas, vegetarianas si no se dice otra cosa. Las del banderín son para quienes vinieron solos.'],
    ['Pausa para el café', 'Café, té y tiempo. La sala grande se queda en silencio.'],
  ],
};
