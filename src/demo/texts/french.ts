import type { Phrases } from './phrases.js';

export const FRENCH_PHRASES: Phrases = {
  tracks: {
    knowledge: [
      'Les exemples viennent de petites collections aux budgets plus petits encore, et les méthodes voyagent bien.',
      'On se demande qui tient les registres, qui peut les corriger et ce qui arrive quand le dernier gardien s’en va.',
    ],
    cities: [
      'Tout ce qui est montré a été essayé dans une vraie rue, avec des voisins libres de dire non.',
      'Les coûts et les erreurs font partie du récit : ce qui fut facile à bâtir, difficile à entretenir, ou discrètement retiré.',
    ],
    water: [
      'Les mesures sont montrées avec leurs doutes, et avec celles et ceux qui les ont prises par tous les temps.',
      'Les rivières franchissent plus de frontières que nos villes : la fin est consacrée au partage des relevés et des alertes.',
    ],
    languages: [
      'Plusieurs langues sont présentes, et personne n’est tenu de parler la plus grande.',
      'On parle de consentement, de reconnaissance et de ce qu’une communauté souhaite garder pour elle.',
    ],
    access: [
      'Ce qui est présenté a été conçu avec les personnes concernées, et payé comme un travail.',
      'On entendra ce qui a servi, ce qui n’était que décor, et le petit changement qui a le plus compté.',
    ],
    repair: [
      'Les objets sont démontés sous une caméra : à distance, on voit aussi bien qu’au premier rang.',
      'Listes de pièces, plans et échecs sont ensuite partagés sous licence libre.',
    ],
    sky: [
      'Aucune formule, seulement un peu de patience et un manteau.',
      'Les deux hémisphères sont de la partie : ce qui brille ici est ailleurs sous l’horizon.',
    ],
    sound: [
      'Il y a beaucoup à écouter ; les extraits sont décrits pour celles et ceux qui ne les entendent pas.',
      'La partie technique est courte et pratique, avec du matériel à la portée d’une association.',
    ],
  },
  kinds: {
    keynote: 'La conférence est suivie dans toutes les villes ; les questions viennent tour à tour des salles et des écrans.',
    panel: 'Cinq minutes par personne, puis la parole est à la salle, sous l’œil d’une modération attentive à l’heure.',
    talk: 'Un tiers du temps est réservé aux questions.',
    statement: 'Une déclaration brève et sans débat ; l’orateur reste ensuite dans la salle.',
    performance: 'Les portes restent ouvertes : on entre et on sort à sa guise.',
    workshop: 'Le nombre de places dépend des tables ; à distance, la liste du matériel est envoyée avant.',
    other: 'Sans inscription, pour le temps que l’on veut.',
  },
  breaks: [
    ['Repas partagé', 'De grandes tables, végétariennes par défaut. Celles au fanion attendent les personnes venues seules.'],
    ['Pause café', 'Du café, du thé et du temps. La grande salle reste silencieuse.'],
  ],
};
