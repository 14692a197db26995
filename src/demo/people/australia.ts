import { peopleOf } from './person.js';

/** Invented people of Australian cities. */
export const AUSTRALIANS = peopleOf({
  Sydney: [
    ['Marlee Birrawun', 'en', 'languages'], ['Dae-jung Hargreave', 'en', 'cities'], ['Soraya Kianfar', 'fa en', 'knowledge'],
    ['Tomasi Fifita', 'en', 'sound'], ['Bronwyn Achterberg', 'en', 'access'], ['Ramin Shojaei', 'fa en', 'sky'],
    ['نگار صبوری', 'fa en', 'cities'], ['Padma Wickramanayake', 'en', 'water'], ['Lachlan Torrisi', 'en', 'repair'],
    ['Pouria Sattarzadeh', 'fa en', 'water'],
    ['Azita Hemmati', 'fa en', 'interpreting'], ['Keira Lonsdowne', 'en', 'knowledge'],
  ],
  Melbourne: [
    ['Ottoline Fairweather-Ng', 'en', 'knowledge'], ['Kostas Drakoulis', 'en', 'sound'], ['Ayaan Mohamud-Reeve', 'en', 'access'],
    ['Jarrah Wanalong', 'en', 'languages'], ['Phoebe Castellani', 'en', 'cities'], ['Tevita Halapua', 'en', 'repair'],
    ['Xiulan Prendergast', 'en', 'water'], ['Desmond Iyer', 'en', 'sky'], ['Margit Kellaway', 'en', 'cities'],
  ],
  Brisbane: [
    ['Talia Mabowitz', 'en', 'water'], ['Hamish Korowa', 'en', 'repair'], ['Grace Umukoro', 'en', 'access'],
    ['Vinh Dao-Sutherland', 'en', 'cities'], ['Petronella Swaab', 'en', 'sound'], ['Isaac Nakata-Bright', 'en', 'languages'],
    ['Rosalind Thibault', 'en', 'knowledge'], ['Manaia Tuhoro', 'en', 'sky'],
  ],
  Adelaide: [
    ['Constance Pfitzer', 'en', 'knowledge'], ['Kirra Wanganinda', 'en', 'languages'], ['Bhavesh Rawal-Cole', 'en', 'sky'],
    ['Siobhan Trelawnick', 'en', 'water'], ['Luca Ferragamba', 'en', 'repair'], ['Amelie Odongo', 'en', 'access'],
    ['Garth Munnerlyn', 'en', 'sound'], ['Zofia Krasnodębska', 'en', 'cities'],
  ],
  Perth: [
    ['Darya Pemberton', 'en', 'sky'], ['Yannick Abeysekera', 'en', 'water'], ['Coralie Winmarra', 'en', 'languages'],
    ['Fergus Ballantrae', 'en', 'repair'], ['Thandeka Mkhwanazi', 'en', 'access'], ['Jun-ho Bristow', 'en', 'sound'],
    ['Imelda Sukarno-Wells', 'en', 'knowledge'], ['Rafferty Quill', 'en', 'cities'],
  ],
});
