import { peopleOf } from './person.js';

/** Invented people of European cities. */
export const EUROPEANS = peopleOf({
  Berlin: [
    ['Leonie Brandtner', 'de en', 'knowledge'], ['Cem Aydoğmuş', 'de en', 'cities'], ['Thuy-Linh Pham-Keller', 'de en', 'water'],
    ['Jonas Wiebelt', 'de en', 'repair'], ['Miriam Okafor-Lenz', 'de en', 'access'], ['Paweł Zarembski', 'de en', 'sound'],
    ['Annegret Sommerkorn', 'de', 'languages'], ['Farah Nasseri-Holt', 'fa de en', 'knowledge'],
    ['Tobias Grünfelder', 'de en', 'interpreting'],
    ['Ilse Varnhold', 'de en', 'sky'],
  ],
  Hamburg: [
    ['Henrike Claasen', 'de en', 'water'], ['Nima Farhadi-Moghaddam', 'fa de en', 'languages'], ['Sölve Petersen-Uhl', 'de en', 'repair'],
    ['پروانه دریابیگی', 'fa de', 'sound'], ['Kwabena Asiedu', 'en de', 'cities'], ['Roxana Behzadi', 'fa de en', 'access'],
    ['Malte Ingwersen', 'de en', 'sky'], ['Shirin Taherpour', 'fa de en', 'interpreting'], ['Birte Lohmann', 'de', 'knowledge'],
    ['Arash Kamyab', 'fa de en', 'cities'],
  ],
  Vienna: [
    ['Valerie Hochstetten', 'de en', 'languages'], ['Emir Hadžalić', 'de en', 'cities'], ['Katalin Szerényi', 'de en', 'access'],
    ['Leopold Anzengruber-Weiss', 'de', 'sky'], ['Ngozi Eberharter', 'de en', 'knowledge'], ['Dragana Milovac', 'de en', 'repair'],
    ['Ferdinand Kolm', 'de en', 'sound'], ['Sophie Marchl', 'de fr en', 'interpreting'], ['Yusuf Karadere', 'de en', 'water'],
  ],
  Paris: [
    ['Aïssatou Diallo-Mercier', 'fr en', 'cities'], ['Étienne Vaucresson', 'fr en', 'knowledge'], ['Lan-Anh Truong', 'fr en', 'repair'],
    ['Maëlle Kerguélen', 'fr', 'sound'], ['Idriss Benchaouch', 'fr en', 'access'], ['Clotilde Armengaud', 'fr en', 'water'],
    ['Mahsa Golestaneh', 'fa fr en', 'languages'], ['Rui Tavoras', 'fr es en', 'interpreting'], ['Solène Dubuisson', 'fr en', 'sky'],
    ['Théophile Ranaivo', 'fr en', 'languages'],
  ],
  Geneva: [
    ['Noémie Favrat', 'fr en', 'water'], ['Lucien Aebischer', 'fr de en', 'sky'], ['Fatoumata Sow-Perret', 'fr en', 'access'],
    ['Matteo Bernasca', 'fr en', 'repair'], ['Delphine Rochat-Yilmaz', 'fr en', 'languages'], ['Anselme Gbaguidi', 'fr en', 'knowledge'],
    ['Irina Volkonova', 'fr en', 'interpreting'], ['Gaspard Tornay', 'fr', 'sound'], ['Priyanka Moret', 'fr en', 'cities'],
  ],
  Madrid: [
    ['Nuria Valdelomar', 'es en', 'cities'], ['Óscar Benítez-Lugo', 'es en', 'water'], ['Wayra Quispealaya', 'es en', 'languages'],
    ['Inmaculada Rebollar', 'es', 'access'], ['Mamadou Cissé-Otero', 'es fr en', 'knowledge'], ['Gorka Etxaniz', 'es en', 'repair'],
    ['Marisol Peñalba', 'es en', 'sound'], ['Teodoro Villalpando', 'es', 'sky'], ['Beatriz Arconada', 'es en', 'interpreting'],
    ['Xin Yi Carrasco', 'es en', 'cities'],
  ],
  Stockholm: [
    ['Ebba Lindqvarn', 'en', 'water'], ['Kaveh Rostami-Åberg', 'fa en', 'knowledge'], ['Sanna Niia', 'en', 'languages'],
    ['Nasrin Parvizi', 'fa en', 'access'], ['Oskar Hedlundh', 'en', 'repair'], ['Abebe Wolde-Strand', 'en', 'sound'],
    ['آرش نیک‌روان', 'fa en', 'sky'], ['Maja Söderkvist', 'en', 'cities'], ['Omid Jahandari', 'fa en', 'languages'],
    ['Yalda Ronaghi', 'fa en', 'repair'],
    ['Laleh Ekbatani', 'fa en', 'interpreting'],
  ],
  London: [
    ['Temperance Adeyinka', 'en', 'knowledge'], ['Rhodri Penllyn', 'en', 'languages'], ['Sunniva Chatterjee', 'en', 'access'],
    ['Babak Mirzadeh', 'fa en', 'water'], ['Winifred Osei-Clarke', 'en', 'sound'], ['Callum Brathwaite', 'en', 'repair'],
    ['Golnar Etemadi', 'fa en', 'cities'], ['Harpreet Dhanoa', 'en', 'sky'], ['Sepideh Vaziri-Nash', 'fa en', 'interpreting'],
    ['Aoife Mulcahern', 'en', 'cities'], ['شهرزاد کیان‌مهر', 'fa en', 'languages'], ['Elio Marchetti-Byrne', 'en', 'sound'],
  ],
  Helsinki: [
    ['Aino Kallasvuori', 'en', 'repair'], ['Elli-Máret Guttorm', 'en', 'languages'], ['Juhani Rautakorpi', 'en', 'water'],
    ['Hodan Warsame-Laine', 'en', 'access'], ['Veikko Haapasalmi', 'en', 'sky'], ['Tuulikki Saarelma', 'en', 'knowledge'],
    ['Dmitri Orlovsky-Niemi', 'en', 'sound'], ['Riikka Tervamäki', 'en', 'cities'],
  ],
  Athens: [
    ['Eleftheria Kastanidou', 'en', 'cities'], ['Stavros Melitakis', 'en', 'water'], ['Danae Phokaidou', 'en', 'sound'],
    ['Ilir Dervishaj', 'en', 'repair'], ['Ourania Tzavela', 'en', 'languages'], ['Petros Argyrakis', 'en', 'sky'],
    ['Noor El-Hakimi', 'en fr', 'access'], ['Kyveli Romanou', 'en', 'knowledge'],
  ],
});
