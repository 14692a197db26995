import { topicsOf } from './topic.js';

export const SPANISH = topicsOf('es', {
  knowledge: [
    ['keynote', 'Datos con la puerta abierta',
      'Publicar una tabla es fácil; lo difícil es que siga siendo cierta dentro de diez años.', 'Diez años después'],
    ['talk', 'La biblioteca que prestaba herramientas',
      'Un taladro, una tienda de campaña y un telescopio: lo que más se pide y lo que nunca vuelve.'],
    ['talk', 'Actas claras para vecinos ocupados', 'Cómo un barrio consiguió que las actas se entendieran en dos minutos.'],
    ['panel', '¿Quién cuenta los árboles?', 'Voluntarios y jardineros comparan sus inventarios y sus discusiones.'],
  ],
  cities: [
    ['keynote', 'La sombra es infraestructura', 'Toldos, árboles y soportales: lo que cuesta la sombra y lo que cuesta no tenerla.'],
    ['talk', 'Huertos en terrenos prestados', 'Un solar prestado por un año lleva veinte dando tomates.'],
    ['talk', 'Autobuses de noche, dibujados por enfermeras',
      'El personal de un hospital dibujó la red que necesitaba y la empresa la probó un mes.', 'Un mes de prueba'],
    ['workshop', 'Diseña una parada con cartón', 'Construimos una parada a tamaño real y la prueban los vecinos.'],
  ],
  water: [
    ['talk', 'Acequias que vuelven a correr', 'Canales con siglos de historia riegan otra vez gracias a una cuadrilla de jubilados.'],
    ['panel', 'El agua de la ciudad, contada con franqueza',
      'Cuatro empresas de agua explican cómo dan noticias que no son del todo buenas.'],
    ['talk', 'Praderas bajo el mar', 'Buceadores plantaron una hectárea a mano y volvieron a contarla tres años después.'],
  ],
  languages: [
    ['talk', 'El atlas de las nanas', 'Canciones de cuna en sesenta lenguas, con la historia de quienes las cantaban.'],
    ['panel', 'Enseñar una lengua que aún se aprende', 'Maestras que van una lección por delante cuentan qué funciona.'],
    ['talk', 'Palabras del viento',
      'Cada valle nombra el viento a su manera; perder la palabra es empezar a perder el valle.', 'Con mapa sonoro'],
    ['performance', 'Versos en tres alfabetos', 'Poetas leen su obra y la de los demás, con el texto en la pared.'],
  ],
  access: [
    ['talk', 'Formularios que perdonan', 'Una ciudad redujo a la mitad las llamadas dejando que la gente se equivoque.'],
    ['panel', 'El museo que se puede tocar', 'Conservadores que repartieron réplicas y guantes cuentan lo que aprendieron de su público.'],
    ['workshop', 'Mapas para leer con los dedos', 'Con cuerda, cola y una tarde se hace un plano que se lee con las manos.'],
    ['statement', 'Escribe antes cómo se entra', 'La gente decide si viene según lo que cuentas de la puerta.'],
  ],
  repair: [
    ['talk', 'La torre del reloj y sus once vecinos', 'Cuando el pueblo no pudo pagar el reloj, once personas aprendieron a darle cuerda.'],
    ['panel', 'Del café de reparación al taller', 'Tres cafés crecieron, uno cerró y otro es más feliz en pequeño.', 'Cinco experiencias'],
    ['workshop', 'Zurcir a la vista', 'Trae una prenda con un agujero y llévate un dibujo.'],
  ],
  sky: [
    ['keynote', 'Apagar las luces entre todos', 'Pueblos pequeños bajaron sus farolas y recuperaron la Vía Láctea.'],
    ['talk', 'Cómo encontrar el sur sin teléfono', 'Dos estrellas, una mano y una noche clara; la charla acaba en la calle.'],
  ],
  sound: [
    ['talk', 'La emisora que siguió en el aire', 'Una semana sin luz, una radio comunitaria y un valle que supo dónde había agua.'],
    ['talk', 'Entrevistar sin prisa', 'Las buenas respuestas llegan después del segundo silencio.'],
    ['performance', 'Cantos de las tripulaciones', 'Canciones de trabajo de cuatro puertos, cantadas por quienes aún las necesitan.'],
    ['statement', 'Las frecuencias también son tierra', 'Una defensa breve de las emisoras a las que se puede llegar andando.'],
  ],
});
