import { topicsOf } from './topic.js';

export const FRENCH = topicsOf('fr', {
  knowledge: [
    ['keynote', 'La mémoire n’est pas un entrepôt',
      'Conserver ne suffit pas : une archive vit quand on vient la contredire.', 'Pour des archives habitées'],
    ['talk', 'Cartographier les fontaines, une par une', 'En six mois, des voisins ont recensé chaque point d’eau de leur arrondissement.'],
    ['talk', 'Le catalogue raconté aux enfants',
      'Comment des élèves de huit ans ont reclassé leur bibliothèque, et pourquoi elle s’en porte mieux.'],
    ['panel', 'À qui appartiennent les données d’un quartier ?',
      'Habitants, chercheurs et élus débattent de ce qu’il faut ouvrir et de ce qu’il vaut mieux taire.'],
  ],
  cities: [
    ['keynote', 'La ville à hauteur d’ombre',
      'L’ombre est un bien commun : promenade à travers ceux qui la plantent, la tissent ou la bâtissent.'],
    ['talk', 'Un potager entre deux voies ferrées',
      'Sur une bande de terre oubliée, soixante familles cultivent ensemble depuis douze ans.', 'Récit d’une friche'],
    ['talk', 'Le dernier bus, vu par ceux qui le prennent',
      'Aides-soignantes et cuisiniers racontent la ligne de nuit et ce qu’il lui manque.'],
    ['workshop', 'Dessiner une place pour s’asseoir', 'On mesure, on dessine et on teste des bancs avec des cartons et des passants.'],
  ],
  water: [
    ['talk', 'La rivière sous le boulevard', 'Une rivière couverte depuis un siècle refait surface dans les caves et les projets.'],
    ['panel', 'Se baigner en ville, dix ans après',
      'Quatre villes riveraines comparent leurs promesses, leurs filtres et leurs files d’attente.'],
    ['performance', 'Lac, voix et contrebasse', 'Un trio improvise avec le son du lac, capté en direct sous le ponton.'],
  ],
  languages: [
    ['talk', 'Les mots de la neige et du sel', 'Deux régions, deux climats, et des dizaines de mots que la radio n’emploie plus.'],
    ['panel', 'Apprendre la langue de ses grands-parents', 'Des adultes racontent leurs premiers cours, leurs hontes et leurs fous rires.'],
    ['workshop', 'Traduire une recette à six mains',
      'Une recette, trois langues, et des épices qui n’ont pas le même nom de chaque côté de la rue.', 'On goûte à la fin'],
    ['performance', 'Contes à deux langues', 'Deux conteuses se répondent, chacune dans sa langue, sans jamais se traduire.'],
  ],
  access: [
    ['keynote', 'Commencer par la porte', 'L’accueil se joue dans les trois premiers mètres : petite histoire des seuils.'],
    ['talk', 'Le musée qui se laisse toucher', 'Des copies en plâtre, des gants et beaucoup de confiance ont changé les visites.'],
    ['talk', 'Sous-titrer en direct sans trahir', 'Une sous-titreuse explique ce qu’elle garde, ce qu’elle laisse, et pourquoi.'],
    ['statement', 'Un plan d’accès, c’est une politesse',
      'Trois minutes pour demander que l’on décrive l’entrée avant de décrire le programme.'],
  ],
  repair: [
    ['talk', 'L’autopsie du grille-pain',
      'Trente appareils ouverts sur une table : ce qui a lâché et ce qui aurait pu durer.', 'Trente pannes, une table'],
    ['panel', 'Réparer, est-ce un métier d’avenir ?', 'Réparateurs, apprentis et une économiste comptent les heures et les pièces.'],
    ['workshop', 'Repriser pour que cela se voie', 'Apportez un vêtement troué et repartez avec un motif.'],
  ],
  sky: [
    ['talk', 'Éteindre sans avoir peur du noir', 'Douze communes ont éteint leurs lampes à minuit ; voici ce qu’elles ont appris.'],
    ['talk', 'Les météores à la radio', 'Avec un fil et un petit récepteur, on entend tomber les étoiles, même sous les nuages.'],
    ['performance', 'Nocturne pour coupole ouverte', 'Musique et images de la nuit, à l’heure où le ciel devient vraiment sombre.'],
  ],
  sound: [
    ['talk', 'La radio du marché couvert', 'Chaque samedi, une radio de poche donne la parole aux étals.'],
    ['panel', 'Le silence à l’antenne',
      'Gens de radio et musiciens discutent de ce que l’on entend quand personne ne parle.', 'Avec des extraits'],
    ['talk', 'Écouter la forêt d’une friche', 'Un an de prises de son dans un terrain vague, et deux cents espèces plus tard.'],
    ['statement', 'Gardons les petites fréquences', 'Plaidoyer pour les émetteurs que l’on peut aller voir à pied.'],
  ],
});
